export { amplitudesOf } from './amplitudes';
export { bandCaution, bandPreprocessedTwice, periodBands } from './bands';
export {
  describeGroups,
  describeParameters,
  type FieldDescription,
  type FieldKind,
  type GroupDescription,
} from './describe';
export { clearParameter, givenValue, isEditable, setParameter } from './edit';
export type { FieldMeta } from './field';
export { ConfigError, type ConfigIssue } from './error';
export { STEPS, type ExecutiveParameters, type PathParameters, type Step } from './executive';
export { ADJOINT_SOURCE_TYPES, type AdjointSourceType, type MisfitParameters } from './misfit';
export { componentsOf, evaluationNumbers, evaluationPath, syntheticTag, windowSource } from './names';
export { needsResponse } from './needs';
export { parseParameters } from './parse';
export { findPreset, preset, PRESET_NAMES, type Preset, type PresetName } from './presets';
export type { PreprocessParameters } from './preprocess';
export { salvagePaths } from './salvage';
export { defaultParameters, parameters, type Parameters } from './schema';
export type { WindowParameters } from './windows';
