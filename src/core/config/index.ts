export type { FieldMeta } from './field';
export { STEPS, type ExecutiveParameters, type PathParameters, type Step } from './executive';
export { ADJOINT_SOURCE_TYPES, type AdjointSourceType, type MisfitParameters } from './misfit';
export { ConfigError, parseParameters, type ConfigIssue } from './parse';
export type { PreprocessParameters } from './preprocess';
export { componentsOf, defaultParameters, evaluationPath, parameters, syntheticTag, type Parameters } from './schema';
export type { WindowParameters } from './windows';
