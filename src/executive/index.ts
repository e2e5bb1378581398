/*
 * `executive.ts` is a run as others see it, `tasks.ts` what its processes are told. `run` carries one out, `requests` is what
 * workers do apart from runs. Both stand on `processes` (the pool of workers and how they are started), `disk` (where a run
 * writes), `journal` (what is done, and what of it may be kept) and `lock` (one run at a time).
 */
export { AsdfReader, openApart } from './requests/asdfReader';
export { decimate } from './requests/decimate';
export { writeFailure } from './disk/disk';
export { Executive, type ExecutiveEvents, type Outcomes } from './executive';
export { RunError } from './processes/failures';
export {
  adjointFolder,
  figureName,
  figurePath,
  logPath,
  spoolFile,
  spoolFolder,
  stationsAdjointPath,
  type RunFolders,
} from './disk/folders';
export { ALGORITHM_VERSION, configDigest } from './journal/fingerprint';
export { FigureMaker, type FigureOrder, type FigureReport } from './requests/figureMaker';
export { HandBook } from './journal/handBook';
export type { Launcher, LaunchOptions, WorkerEntry, WorkerExit, WorkerProcess } from './processes/launcher';
export { LastLines, onLine } from './processes/lines';
export { takeLockPatiently, type ProjectLock } from './lock/lock';
export type { Logger } from './processes/logger';
export { GREW_TOO_LARGE, type FromWorker, type ToWorker } from './processes/messages';
export { workersAtOnce } from './processes/growth';
export { NodeLauncher, workerEnvironment, type NodeLauncherOptions } from './processes/nodeLauncher';
export type { ExecutiveOptions } from './options';
export { PairInspector, type InspectOptions } from './requests/pairInspector';
export { readJournal, type PairRecord } from './journal/journalReader';
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
export { HOST_MB, resources, suggestedWorkers, WORKER_MB } from './processes/resources';
export type { Reason } from './run/resume';
export { ResultReader } from './requests/resultReader';
export type { RunPhase, RunState } from './run/runState';
export { temporaryName } from './disk/sweep';
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
