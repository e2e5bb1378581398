import { create } from 'zustand';
import { DEFAULT_PREFERENCES, type Preferences } from '@/api';
import { api } from '../bridge';
import { notifyError, notifyWarning } from './notices';
import { schemeManager } from './scheme';

/** The user's preferences as the engine has them. */
export const usePreferences = create<Preferences>(() => DEFAULT_PREFERENCES);

export function takePreferences(preferences: Preferences): void {
  usePreferences.setState(preferences);
  schemeManager.follow(preferences.theme);
}

/** Asks for the preferences, and says what was wrong with their file. */
export async function loadPreferences(): Promise<void> {
  const { preferences, notice } = await api.preferences({});
  takePreferences(preferences);
  if (notice !== null) notifyWarning(notice);
}

/** Changes preferences: at once on the page, and then in the engine and its file. */
export function setPreferences(change: Partial<Preferences>): void {
  usePreferences.setState(change);
  if (change.theme !== undefined) schemeManager.follow(change.theme);
  api.setPreferences(change).catch(notifyError);
}
