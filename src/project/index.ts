/*
 * `open.ts` goes the way of a project: `files` lists what lies in folders, `waveforms` and `asdf` say which of it holds the
 * records of a pair, `discover` finds events and stations, and `pair` gathers and reads a pair's files. Each of these
 * folders imports only from those named before it. `survey` proposes layouts for a folder that is no project yet.
 */
export { inspectProject, projectProblems, type Inspection } from './inspect';
export { onlyReady } from './availability';
export { folderMarks } from './marks';
export { openProject, type OpenOptions } from './open';
export { outputFolders, refuseInputs, type OutputFolders } from './outputs';
export { CONFIG_NAMES, findParameters } from './parametersFile';
export { expandSelection, type SelectedPair, type Selection } from './selection';
export { ProjectError, type EventEntry, type PairFiles, type Project, type StationEntry } from './types';
export type { ChannelPattern } from './waveforms/waveformIndex';
export { readAsdfContent, type AsdfContent, type AsdfReading } from './asdf/asdfContent';
export type { AsdfFile } from './asdf/asdfFiles';
export { Gatherer, type GatheredPair } from './pair/gather';
export { pairFiles } from './pair/pairs';
export { createProject, surveyFolder, tryLayout } from './survey/survey';
