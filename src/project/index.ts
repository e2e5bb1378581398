export { readAsdfContent, type AsdfContent, type AsdfReading } from './asdfContent';
export type { AsdfFile } from './asdfFiles';
export { Gatherer, type GatheredPair } from './gather';
export { inspectProject, type Inspection } from './inspect';
export { folderMarks } from './marks';
export { openProject, type OpenOptions } from './open';
export { outputFolders, refuseInputs, type OutputFolders } from './outputs';
export { pairFiles } from './pairs';
export { CONFIG_NAMES, findParameters } from './parametersFile';
export { expandSelection, type SelectedPair, type Selection } from './selection';
export {
  ProjectError,
  type ChannelPattern,
  type EventEntry,
  type PairFiles,
  type Project,
  type StationEntry,
} from './types';
export { createProject, surveyFolder, tryLayout } from './survey/survey';
