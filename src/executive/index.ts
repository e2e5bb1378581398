export { AsdfReader, openApart } from './asdfReader';
export { decimate } from './decimate';
export { makeFolder, writeFailure } from './disk';
export { Executive, type ExecutiveEvents, type Outcomes } from './executive';
export { RunError } from './failures';
export {
  adjointFolder,
  figureName,
  figurePath,
  logPath,
  spoolFile,
  spoolFolder,
  stationsAdjointPath,
  type RunFolders,
} from './folders';
export { ALGORITHM_VERSION, configDigest } from './fingerprint';
export { FigureMaker, type FigureOrder, type FigureReport } from './figureMaker';
export { HandBook } from './handBook';
export type { Launcher, LaunchOptions, WorkerEntry, WorkerExit, WorkerProcess } from './launcher';
export { LastLines, onLine } from './lines';
export { takeLockPatiently, type ProjectLock } from './lock';
export type { Logger } from './logger';
export type { FromWorker, ToWorker } from './messages';
export { NodeLauncher, workerEnvironment, type NodeLauncherOptions } from './nodeLauncher';
export type { ExecutiveOptions } from './options';
export { PairInspector, type InspectOptions } from './pairInspector';
export { readJournal, type PairRecord } from './journalReader';
export {
  failedPairs,
  readHandDecisions,
  readLastSelection,
  readLog,
  readOutcomes,
  readResults,
  readWrittenAdjoints,
  type JournalledResults,
} from './pastRuns';
export { HOST_MB, resources, suggestedWorkers, WORKER_MB } from './resources';
export type { Reason } from './resume';
export { ResultReader } from './resultReader';
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
  StoredReply,
  CurvesRequest,
  StoredRequest,
  WindowSource,
  WriterContext,
  WriterReply,
  WriterRequest,
} from './tasks';
