export type { Bridge, EventName } from './bridge';
export {
  CHANNELS,
  inputs,
  isMethod,
  type Api,
  type ApiFailure,
  type Input,
  type Method,
  type Outputs,
  type Reply,
} from './contract';
export * from './types';
export * from './types/desktop';
export { CONTENT_SECURITY_POLICY } from './policy';
