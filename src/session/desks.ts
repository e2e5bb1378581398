import type { PairInspector, ResultReader } from '@/executive';
import type { Broadcast } from './broadcast';
import type { ExportDesk } from './exports/exportDesk';
import type { Exits } from './exports/exits';
import type { HandDesk } from './handDesk';
import type { SessionHost } from './host';
import type { ParametersDesk } from './parametersDesk';
import type { PreferencesFile } from './preferences';
import type { ProjectDesk } from './projectDesk';
import type { RecentProjects } from './recent';
import type { RunDesk } from './runDesk';
import type { SelectionsDesk } from './selectionsDesk';

/** What the methods of the api work on: the shell, and what holds the state of each kind of work (see index.ts). */
export interface Desks {
  host: SessionHost;
  /** Tells all pages. */
  broadcast: Broadcast;
  recent: RecentProjects;
  preferences: PreferencesFile;
  project: ProjectDesk;
  runs: RunDesk;
  /** Computes pairs for the view, in worker processes. */
  inspector: PairInspector;
  /** Reads what runs have left in datasets, in a worker process. */
  results: ResultReader;
  parameters: ParametersDesk;
  hand: HandDesk;
  selections: SelectionsDesk;
  exits: Exits;
  exporting: ExportDesk;
  /** A folder that was asked for from outside of the page, until it is open. */
  asked: { path: string | null };
}
