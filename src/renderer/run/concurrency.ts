import type { ProjectOverview } from '@/api';
import { usePreferences } from '../app/preferences';
import { useApp } from '../app/store';
import { setRunSettings } from './store';

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
