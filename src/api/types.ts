import type { ConfigIssue, Parameters } from '@/core/config';
import type {
  EventSummary,
  Failure,
  PairDrawing,
  PairKey,
  PairLimits,
  PairOutcome,
  ProjectProblem,
  StationSummary,
} from '@/core/model';
import type { Preferences } from './types/desktop';
import type { ExportProgress } from './types/export';
import type { EarlierPairs } from './types/outcomes';

export * from './types/export';
export * from './types/outcomes';
export { APART, AVAILABLE, bitsAt, FIRST_CELL } from '@/core/model';
export type {
  ArrivalCurve,
  ComponentDetail,
  DecimatedTrace,
  DrawnWindow,
  EvaluationSummary,
  EventSummary,
  FolderSurvey,
  HandDecision,
  HandMark,
  HandWindow,
  HandWindows,
  Layout,
  LayoutCheck,
  LayoutProposal,
  LayoutSetting,
  ProjectProblem,
  RecordSection,
  SectionTrace,
  StationSummary,
  Verdict,
} from '@/core/model';

/** Which shell shows the renderer, and what it can do. */
export interface AppInfo {
  version: string;
  face: 'electron' | 'browser';
  platform: string;
  /** Who decides by hand. */
  user: string;
  /** The user's own folder. */
  home: string;
  cores: number;
  memoryBytes: number;
  /** What new processes may take now. */
  availableMemoryBytes: number;
  /** Concurrency that leaves one core free and fits memory. */
  suggestedWorkers: number;
  /** What a run may need: of each worker, and besides them. */
  workerMemoryBytes: number;
  hostMemoryBytes: number;
  /** Native open and save dialogs are there; otherwise the page lists folders and downloads files. */
  nativeDialogs: boolean;
  /** The folder that is open, or was asked to be opened before the page was there: a page that loads shows it. */
  project: string | null;
}

export interface RecentProject {
  path: string;
  name: string;
  /** ms since 1970 */
  openedAt: number;
  exists: boolean;
}

export interface ProjectOverview {
  path: string;
  name: string;
  events: EventSummary[];
  stations: StationSummary[];
  /** Row per event, column per station, in the order of the lists: bits of AVAILABLE, and APART, as `bitsAt` reads them. */
  availability: string[];
  problems: ProjectProblem[];
  parameters: Parameters;
  /** The file parameters were read from, or null for defaults. */
  configFile: string | null;
  /** What is wrong with that file; defaults hold then, and nothing can be run. Null where it is whole. */
  broken: BrokenParameters | null;
  /** How many pairs have an outcome of earlier runs, from the journal; `outcomes` hands them out. */
  outcomeCount: number;
  /** Evaluations of which the journal has results made with other parameters than these, such as i01/s00. */
  measuredOtherwise: string[];
}

/** A file of parameters that cannot be used. */
export interface BrokenParameters {
  /** Without its folder. */
  name: string;
  issues: ConfigIssue[];
}

/** Absolute paths of the files that a pair is measured from. */
export interface PairFileList {
  event: string | null;
  stations: string[];
  observed: string[];
  synthetic: string[];
}

/** What to run. Empty lists mean all. Station codes are NN.SSS.LL.CCC with wildcards. */
export interface RunRequest {
  events: string[];
  stations: string[];
  /** Only pairs within these limits; all where left out. */
  pairs?: PairLimits | undefined;
  maxStations: number;
  maxEvents: number;
  /** Of the selection just the pairs that have failed, or just these; they are processed again, and others are left as
   *  they are. All where left out. */
  only?: 'failed' | PairKey[] | undefined;
  /** Leave out pairs that lack observed or synthetic waveforms, or a response that is to be removed. */
  readyOnly?: boolean | undefined;
  /** Process everything again, whatever is done already. */
  fresh: boolean;
  plot: boolean;
}

export interface RunProgress {
  /** Of `paused`: no more pairs are handed out, those in `active` end. */
  state: 'starting' | 'running' | 'paused' | 'committing' | 'cancelling' | 'done' | 'cancelled' | 'failed';
  total: number;
  done: number;
  failed: number;
  /** Pairs that an earlier run had done and that are unchanged. */
  skipped: number;
  windows: number;
  misfit: number;
  workers: number;
  /** Without the time that the run was paused. */
  elapsedSeconds: number;
  /** Over the last seconds; null until known. */
  pairsPerSecond: number | null;
  secondsLeft: number | null;
  /** Pairs being worked on now. */
  active: PairKey[];
  error: Failure | null;
}

/** One batch of news, at most one per animation frame. */
export interface RunEvents {
  /** Null where the outcomes are of decisions by hand, and no run has gone since the project was opened. */
  progress: RunProgress | null;
  outcomes: PairOutcome[];
}

/** What the faces are told without asking. */
export interface ApiEvents {
  run: RunEvents;
  /** A run has begun: the pairs that it does again, and those that one before it has left to be done again, before any of their
   *  outcomes. */
  earlier: EarlierPairs;
  /** A run has ended, and the problems of the open project are others than before it. */
  problems: { path: string; problems: ProjectProblem[] };
  /** A folder was opened from outside the page: a menu, the command line, a second launch. */
  openProject: { path: string };
  /** Another program has changed the open project's file of parameters. */
  parametersChanged: { name: string };
  /** The engine has one project open for all its pages: now this one, or none. Told to the page that asked for it, too. */
  turned: { path: string | null };
  /** A page has saved the parameters, and the project was read again with them. */
  parametersSaved: { name: string; yaml: string };
  /** A command of the page was chosen in the application's menu. */
  command: { id: string };
  /** Preferences were changed, by this page or another. */
  preferences: Preferences;
  /** How an export goes that takes its time. */
  export: ExportProgress;
}

export interface PairDetail extends PairKey, PairDrawing {
  outcome: PairOutcome | null;
  /** Whether it shows what the last run has left, or was computed for the view alone: by other parameters or windows, or
   *  because there is no result with the present ones yet. */
  source: 'run' | 'computed';
}

/** The file of parameters as text; empty where the project has none yet. */
export interface ParametersFile {
  yaml: string;
  /** Without its folder. */
  name: string;
}

/** One folder of the file system, for the page's own folder chooser in browser mode. */
export interface FolderListing {
  path: string;
  parent: string | null;
  folders: { name: string; path: string; isProject: boolean }[];
}
