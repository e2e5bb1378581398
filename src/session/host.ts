import type { AppInfo, ApiEvents, EventName, MenuEntry, Preferences } from '@/api';
import type { Launcher, Logger } from '@/executive';

/** Kinds of files that a user saves, by the ending of their names. */
export type SavedFormat = 'csv' | 'json' | 'parquet' | 'png' | 'svg' | 'pdf' | 'yaml';

/** What a shell (the window, the browser server) gives to a session. */
export interface SessionHost {
  face: AppInfo['face'];
  version: string;
  launcher: Launcher;
  log: Logger;
  /** Folder of what Atoa remembers between sessions: the list of recent projects. */
  userData: string;
  /** Where the demo project is made. */
  demoFolder: string;
  /** Native dialogs; null where the shell has none and the page must help itself. */
  dialogs: {
    /** @param title what the folder is for; that of a project where left out */
    chooseFolder(title?: string): Promise<string | null>;
    saveFile(suggestedName: string, format: SavedFormat): Promise<string | null>;
  } | null;
  /** Shows a path in the system's file manager. */
  reveal(path: string): void;
  /** Shows the folder of the log or of the documentation in the system's file manager. */
  showFolder?(which: 'logs' | 'documentation'): void;
  /** Puts commands of the page into the application's menu. */
  publishMenu?(entries: MenuEntry[]): void;
  /** Called with the preferences at first, and whenever they change. */
  applyPreferences?(preferences: Preferences): void;
  /** How far a run is, for the taskbar; null where none goes. A run that has stopped is whole and in error. */
  progress?(progress: { fraction: number; mode: 'normal' | 'paused' | 'error' } | null): void;
  /** Shows a message of the system, unless the user is looking at the window. */
  notify?(title: string, text: string): void;
  /** Called when the list of recent projects changes. */
  recentChanged?(paths: string[]): void;
}

export type SessionListener = <E extends EventName>(event: E, payload: ApiEvents[E]) => void;
