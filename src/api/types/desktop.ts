import { z } from 'zod';

/** What a user sets once for all projects; what is left out keeps its value. */
export const preferencesSchema = z
  .object({
    theme: z.enum(['light', 'dark', 'auto']),
    /** Events in parallel where a project says nothing else. */
    maxEvents: z.number().int().min(1).max(64),
    /** Stations in parallel per event; null for as many as fit the machine. */
    maxStations: z.number().int().min(1).max(512).nullable(),
    logLevel: z.enum(['error', 'warn', 'info', 'debug']),
    /** Open the project of the last time at the start. */
    reopenLast: z.boolean(),
    /** Tell the end of a run by a notification of the system. */
    notifyAtEnd: z.boolean(),
  })
  .partial();

export type Preferences = Required<z.infer<typeof preferencesSchema>>;

export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'auto',
  maxEvents: 1,
  maxStations: null,
  logLevel: 'info',
  reopenLast: false,
  notifyAtEnd: true,
};

export interface PreferencesState {
  preferences: Preferences;
  /** What was wrong with the file, for the user; null where nothing was. */
  notice: string | null;
}

/** Versions of what runs here; null for what a shell does not have. */
export interface Versions {
  atoa: string;
  electron: string | null;
  chromium: string | null;
  node: string;
  licence: string;
}

/** Menus that a page puts commands into. The shell adds what the platform expects of them. */
export const MENUS = ['app', 'about', 'file', 'edit', 'view', 'run', 'help'] as const;

/** One command of the page as an entry of the application's menu. Entries of one section stand between separators. */
export const menuEntry = z.strictObject({
  menu: z.enum(MENUS),
  section: z.string().max(32),
  id: z.string().max(64),
  text: z.string().max(128),
  /** As Electron writes accelerators, CmdOrCtrl+K; null for none. */
  keys: z.string().max(64).nullable(),
  enabled: z.boolean(),
  /** null for an entry that is not on or off. */
  checked: z.boolean().nullable(),
});

export type MenuEntry = z.infer<typeof menuEntry>;
