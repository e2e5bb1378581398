import { z } from 'zod';
import { menuEntry, preferencesSchema, type PreferencesState, type Versions } from '../types/desktop';
import { nothing, pairKey } from './common';

/** What a desktop application has around its work. */
export const desktopInputs = {
  preferences: nothing,
  /** Changes what is given and keeps the rest. */
  setPreferences: preferencesSchema,
  versions: nothing,
  /** Shows a pair's log or figure in the system's file manager. */
  showPairFile: z.strictObject({ ...pairKey, which: z.enum(['log', 'figure']) }),
  /** The page's commands for the application's menu; nothing happens where the shell has none. */
  publishMenu: z.strictObject({ entries: z.array(menuEntry).max(300) }),
  /** Shows the folder of the application's log, or of its documentation, in the system's file manager. */
  showFolder: z.strictObject({ which: z.enum(['logs', 'documentation']) }),
} as const;

export interface DesktopOutputs {
  preferences: PreferencesState;
  setPreferences: PreferencesState;
  versions: Versions;
  publishMenu: null;
  showPairFile: null;
  showFolder: null;
}
