export { processPair } from './process';
export * from './types';
