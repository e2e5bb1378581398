export type { Bridge, Connection, EventName } from './bridge';
export { CHANNELS } from './channels';
export {
  inputs,
  isMethod,
  type Api,
  type ApiFailure,
  type Input,
  type Method,
  type Outputs,
  type Reply,
} from './contract';
export { savedSelection } from './methods/selections';
export type { ExportFilter } from './methods/export';
export * from './types';
export * from './types/desktop';
export * from './types/selections';
export { CONTENT_SECURITY_POLICY } from './policy';
