export { onLine } from './lines';
export type { Launcher, LaunchOptions, WorkerEntry, WorkerExit, WorkerProcess } from './launcher';
export type { Logger } from './logger';
export type { FromWorker, ToWorker } from './messages';
export { NodeLauncher, workerEnvironment, type NodeLauncherOptions } from './nodeLauncher';
