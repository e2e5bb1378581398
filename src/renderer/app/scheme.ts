import { isMantineColorScheme, type MantineColorScheme, type MantineColorSchemeManager } from '@mantine/core';
import type { Preferences } from '@/api';
import { api } from '../bridge';
import { notifyError } from './notices';

const KEY = 'atoa-color-scheme';

type Listener = (scheme: MantineColorScheme) => void;

interface SchemeManager extends MantineColorSchemeManager {
  /** Takes a scheme and keeps it as the user's preference. */
  choose(scheme: Preferences['theme']): void;
  /** Takes the scheme of the preferences. */
  follow(scheme: Preferences['theme']): void;
  /** @returns a function that removes the listener */
  watch(listener: Listener): () => void;
}

/** The colour scheme. The preferences hold it; the page's own storage has a copy, because the first paint cannot wait
 *  for the engine's answer. */
function createSchemeManager(): SchemeManager {
  const listeners = new Set<Listener>();
  let provider: Listener | null = null;
  const take = (scheme: MantineColorScheme) => {
    window.localStorage.setItem(KEY, scheme);
    listeners.forEach((listener) => listener(scheme));
  };
  const manager: SchemeManager = {
    get(initial) {
      const stored = window.localStorage.getItem(KEY);
      return isMantineColorScheme(stored) ? stored : initial;
    },
    set(scheme) {
      if (scheme === manager.get('auto')) return;
      take(scheme);
      api.setPreferences({ theme: scheme }).catch(notifyError);
    },
    choose(scheme) {
      manager.set(scheme);
      provider?.(scheme);
    },
    follow(scheme) {
      if (scheme === manager.get('auto')) return;
      take(scheme);
      provider?.(scheme);
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    subscribe: (update) => void (provider = update),
    unsubscribe: () => void (provider = null),
    clear: () => window.localStorage.removeItem(KEY),
  };
  return manager;
}

export const schemeManager = createSchemeManager();

/** Sets the colour scheme on the page before React paints, so that a dark window does not flash white. */
export function applySchemeBeforePaint(): void {
  const stored = schemeManager.get('auto');
  const darkWanted = stored === 'auto' ? window.matchMedia('(prefers-color-scheme: dark)').matches : stored === 'dark';
  document.documentElement.setAttribute('data-mantine-color-scheme', darkWanted ? 'dark' : 'light');
}
