import { z } from 'zod';
import type {
  AppInfo,
  ExportResult,
  FolderListing,
  PairDetail,
  ParametersFile,
  ProjectOverview,
  RecentProject,
  RunEvents,
  RunRequest,
} from './types';

const text = z.string().max(4096);
const names = z.array(z.string().max(256)).max(1_000_000);
const parametersText = z.string().max(1_000_000);
const nothing = z.strictObject({});

/** The input of every method, checked on the engine's side before it is believed. */
export const inputs = {
  appInfo: nothing,
  recentProjects: nothing,
  forgetRecent: z.strictObject({ path: text }),
  /** Native folder dialog; null where cancelled or where there is none. */
  chooseFolder: nothing,
  listFolder: z.strictObject({ path: text.nullable() }),
  openProject: z.strictObject({ path: text }),
  closeProject: nothing,
  /** Generates the demo project where it is not there yet, and returns its folder. */
  createDemo: z.strictObject({
    events: z.number().int().min(1).max(100),
    stations: z.number().int().min(1).max(500),
  }),
  startRun: z.strictObject({
    events: names,
    stations: names,
    maxStations: z.number().int().min(1).max(512),
    maxEvents: z.number().int().min(1).max(64),
    fresh: z.boolean(),
    plot: z.boolean(),
  }) satisfies z.ZodType<RunRequest>,
  cancelRun: nothing,
  /** The state of the current or last run with all its outcomes, for a page that (re)loads. */
  runState: nothing,
  pairDetail: z.strictObject({
    event: z.string().max(256),
    station: z.string().max(256),
    /** Pixel columns to decimate to. */
    width: z.number().int().min(50).max(8000),
  }),
  /** The text of the project's file of parameters, as it is on disk. */
  parametersFile: nothing,
  /** Refused while a run goes. `base` is the text that was read: a file that somebody else has changed is kept. */
  saveParameters: z.strictObject({ yaml: parametersText, base: parametersText }),
  /** As `pairDetail`, by parameters that are not saved. */
  previewPair: z.strictObject({
    event: z.string().max(256),
    station: z.string().max(256),
    yaml: parametersText,
    width: z.number().int().min(50).max(8000),
  }),
  exportTable: z.strictObject({
    table: z.enum(['misfits', 'windows']),
    format: z.enum(['csv', 'json']),
    /** Whose names and choice of columns: ours, or those of Pyatoa's Inspector. */
    columns: z.enum(['atoa', 'pyatoa']).default('atoa'),
  }),
  /** Shows a folder or file of the open project in the system's file manager; does nothing in a browser. */
  reveal: z.strictObject({ path: text }),
} as const;

export interface Outputs {
  appInfo: AppInfo;
  recentProjects: RecentProject[];
  forgetRecent: null;
  chooseFolder: string | null;
  listFolder: FolderListing;
  openProject: ProjectOverview;
  closeProject: null;
  createDemo: { path: string };
  startRun: { total: number };
  cancelRun: null;
  runState: RunEvents | null;
  pairDetail: PairDetail;
  parametersFile: ParametersFile;
  saveParameters: ProjectOverview;
  previewPair: PairDetail;
  exportTable: ExportResult;
  reveal: null;
}

export type Method = keyof typeof inputs;
export type Input<M extends Method> = z.input<(typeof inputs)[M]>;

/** The engine as a face sees it. */
export type Api = { [M in Method]: (input: Input<M>) => Promise<Outputs[M]> };

export function isMethod(name: string): name is Method {
  return Object.hasOwn(inputs, name);
}

/** An error as it crosses the boundary: a sentence for the user, and a code for the page. */
export interface ApiFailure {
  code: string;
  message: string;
  advice: string | null;
}

export type Reply<T> = { ok: true; value: T } | { ok: false; error: ApiFailure };

/** Names of the Electron IPC channels. */
export const CHANNELS = { call: 'atoa:call', event: 'atoa:event' } as const;
