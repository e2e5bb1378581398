export { Gatherer, type GatheredPair } from './gather';
export { inspectProject, type Inspection } from './inspect';
export { openProject, type OpenOptions } from './open';
export { outputFolders, type OutputFolders } from './outputs';
export { pairFiles } from './pairs';
export { expandSelection, type SelectedPair, type Selection } from './selection';
export {
  ProjectError,
  type ChannelPattern,
  type EventEntry,
  type PairFiles,
  type Project,
  type StationEntry,
} from './types';
