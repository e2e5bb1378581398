import { useEffect } from 'react';
import type { MenuEntry } from '@/api';
import { api, bridge } from '../bridge';
import { useApp } from '../app/store';
import { usePreferences } from '../app/preferences';
import { schemeManager } from '../app/scheme';
import { useConfigure } from '../configure/store';
import { useMapTools } from '../map/tools';
import { useEdit } from '../pair/edit/store';
import { useDrafts } from '../pair/edit/drafts';
import { usePair } from '../pair/store';
import { useLayerStore } from '../pair/useLayers';
import { useResults } from '../results/state';
import { useRun } from '../run/store';
import { useSelection } from '../select/store';
import { useWizard } from '../wizard/store';
import { accelerator } from './keys';
import { COMMANDS, isEnabled, runCommand, textOf } from './registry';

/** The menu follows what can be done at most this often. */
const EVERY_MS = 250;

/** Stores that conditions of commands read. */
const WATCHED = [
  useApp,
  useConfigure,
  useDrafts,
  useEdit,
  useLayerStore,
  useMapTools,
  usePair,
  usePreferences,
  useResults,
  useRun,
  useSelection,
  useWizard,
];

/** The commands as entries of the application's menu, in the order of the registry. */
export function menuEntries(): MenuEntry[] {
  return COMMANDS.flatMap((command) => {
    const { id, menu, section = '', keys = [], checked } = command;
    if (menu === null) return [];
    const enabled = isEnabled(command);
    const shown = keys[0] === undefined ? null : accelerator(keys[0]);
    return [{ menu, section, id, text: textOf(command), keys: shown, enabled, checked: checked ? checked() : null }];
  });
}

/** Keeps the application's menu in step with the page, and does what is chosen there. */
export function useApplicationMenu(): void {
  const electron = useApp((state) => state.info?.face === 'electron');
  useEffect(() => {
    if (!electron) return;
    let published = '';
    let timer: number | null = null;
    const publish = () => {
      timer = null;
      const entries = menuEntries();
      const text = JSON.stringify(entries);
      if (text === published) return;
      published = text;
      // A menu that lags behind is no reason to bother the user: the next change brings it up to date.
      void api.publishMenu({ entries }).catch(() => (published = ''));
    };
    const soon = () => (timer ??= window.setTimeout(publish, EVERY_MS));
    publish();
    const removals = [
      ...WATCHED.map((store) => store.subscribe(soon)),
      schemeManager.watch(soon),
      bridge.on('command', ({ id }) => void runCommand(id)),
    ];
    return () => {
      removals.forEach((remove) => remove());
      if (timer !== null) window.clearTimeout(timer);
    };
  }, [electron]);
}
