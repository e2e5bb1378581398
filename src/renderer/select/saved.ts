import { create } from 'zustand';
import type { ProjectOverview, SavedSelection, SavedSelections } from '@/api';
import { notifyDone, notifyError } from '../app/notices';
import { api } from '../bridge';
import { texts } from '../texts';
import { fromSaved, NO_FILTERS, toSaved } from './filters';
import { setFilters, useFilters } from './filterStore';
import { selectOnly, useSelection } from './store';
import { forgetTiming } from './timing';

const t = texts.select;

interface SavedState {
  /** null until they were read. */
  saved: SavedSelections | null;
}

/** The selections that are kept with the open project. */
export const useSaved = create<SavedState>(() => ({ saved: null }));

/** Forgets what belonged to another project. */
export function forgetSelecting(): void {
  setFilters(NO_FILTERS);
  useSaved.setState({ saved: null });
  forgetTiming();
}

/** @returns whether it was done */
async function change(action: () => Promise<SavedSelections>): Promise<boolean> {
  try {
    useSaved.setState({ saved: await action() });
    return true;
  } catch (error) {
    notifyError(error);
    return false;
  }
}

export const readSaved = (): Promise<boolean> => change(() => api.savedSelections({}));

/** Saves what is selected now, in the project's order. One of the same name is replaced. */
export async function saveCurrent(project: ProjectOverview, name: string): Promise<boolean> {
  const { events, stations } = useSelection.getState();
  const selection = {
    name,
    events: project.events.map(({ id }) => id).filter((id) => events.has(id)),
    stations: project.stations.map(({ code }) => code).filter((code) => stations.has(code)),
    filters: toSaved(useFilters.getState()),
  };
  const done = await change(() => api.saveSelection({ selection, replace: true }));
  if (done) notifyDone(t.savedName(name));
  return done;
}

export const renameSaved = (name: string, to: string): Promise<boolean> =>
  change(() => api.renameSelection({ name, to }));

export const deleteSaved = (name: string): Promise<boolean> => change(() => api.deleteSelection({ name }));

/** Selects what was saved, as far as the project still has it, and sets the filters. */
export function restore(project: ProjectOverview, { events, stations, filters }: SavedSelection): void {
  const ids = new Set(project.events.map(({ id }) => id));
  const codes = new Set(project.stations.map(({ code }) => code));
  const [keptEvents, keptStations] = [events.filter((id) => ids.has(id)), stations.filter((code) => codes.has(code))];
  setFilters(fromSaved(filters));
  selectOnly('events', keptEvents);
  selectOnly('stations', keptStations);
  const gone = events.length + stations.length - keptEvents.length - keptStations.length;
  if (gone > 0) notifyError(t.gone(gone));
}
