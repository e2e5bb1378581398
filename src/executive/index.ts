export { AsdfReader, openApart } from './asdfReader';
export { decimate } from './detail';
export { makeFolder, writeFailure } from './disk';
export { Executive, type ExecutiveEvents, type Outcomes } from './executive';
export { RunError } from './failures';
export {
  adjointFolder,
  figureName,
  figurePath,
  logPath,
  spoolFile,
  stationsAdjointPath,
  type RunFolders,
} from './folders';
export { ALGORITHM_VERSION } from './fingerprint';
export { FigureMaker, type FigureOrder, type FigureReport } from './figureMaker';
export type { Launcher, LaunchOptions, WorkerEntry, WorkerExit, WorkerProcess } from './launcher';
export { onLine } from './lines';
export { takeLockPatiently } from './lock';
export type { Logger } from './logger';
export type { FromWorker, ToWorker } from './messages';
export { NodeLauncher, workerEnvironment, type NodeLauncherOptions } from './nodeLauncher';
export type { ExecutiveOptions } from './options';
export { PairInspector, type InspectOptions } from './pairInspector';
export { failedPairs, readLastSelection, readLog, readOutcomes, readWrittenAdjoints } from './reading';
export { HOST_MB, resources, suggestedWorkers, WORKER_MB } from './resources';
export type { Reason } from './resume';
export type { RunPhase, RunState } from './runState';
export { temporaryName } from './sweep';
export type {
  AsdfReply,
  AsdfRequest,
  DifferencesReply,
  DrawReply,
  FigurePlace,
  FigureStyle,
  HeldPair,
  InspectReply,
  MeasuredPair,
  PairContext,
  PairReply,
  PairRequest,
  PairTask,
  ProcessReply,
  WindowSource,
  WriterContext,
  WriterReply,
  WriterRequest,
} from './tasks';
