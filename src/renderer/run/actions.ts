import type { ProjectOverview } from '@/api';
import { notifyError } from '../app/notices';
import { usePreferences } from '../app/preferences';
import { setArea, useApp } from '../app/store';
import { api } from '../bridge';
import { closePair } from '../pair/store';
import { pairRows } from '../pairs/table';
import { requestLists } from '../select/plan';
import { useSelection } from '../select/store';
import { setRunSettings, takeRun, useRun } from './store';

/** Concurrency as the project's parameters say, or else the preferences, or else as fits this machine. */
export function suggestConcurrency(project: Pick<ProjectOverview, 'parameters'>): void {
  const { max_events: given, max_stations: wanted, plot } = project.parameters.executive;
  const preferences = usePreferences.getState();
  // One event at a time is the default of a project's parameters: it says nothing.
  const maxEvents = given > 1 ? given : preferences.maxEvents;
  const workers = useApp.getState().info?.suggestedWorkers ?? 1;
  setRunSettings({
    maxEvents,
    maxStations: wanted ?? preferences.maxStations ?? Math.max(1, Math.floor(workers / maxEvents)),
    plot,
    fresh: false,
  });
}

/** Starts a run of the selection and shows its table. */
export async function startRun(project: ProjectOverview): Promise<void> {
  const { events, stations } = useSelection.getState();
  const { settings } = useRun.getState();
  try {
    if (settings.fresh) {
      closePair();
      pairRows.clear();
    }
    setArea('run');
    await api.startRun({ ...requestLists(project, events, stations), ...settings });
    const state = await api.runState({});
    if (state) takeRun(state);
  } catch (error) {
    notifyError(error);
  }
}

export async function cancelRun(): Promise<void> {
  try {
    await api.cancelRun({});
  } catch (error) {
    notifyError(error);
  }
}
