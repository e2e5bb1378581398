import { create } from 'zustand';
import type { ProjectOverview } from '@/api';

export type Kind = 'events' | 'stations';

interface SelectionState {
  /** Ids of events, and codes NN.SSS of stations. */
  events: ReadonlySet<string>;
  stations: ReadonlySet<string>;
  /** What the pointer is over, in the map or a list. */
  hover: { kind: Kind; id: string } | null;
}

export const useSelection = create<SelectionState>(() => ({
  events: new Set(),
  stations: new Set(),
  hover: null,
}));

export function selectAll(project: Pick<ProjectOverview, 'events' | 'stations'>): void {
  useSelection.setState({
    events: new Set(project.events.map((event) => event.id)),
    stations: new Set(project.stations.map((station) => station.code)),
    hover: null,
  });
}

/** Adds or takes away some of a list. */
export function setSelected(kind: Kind, ids: Iterable<string>, selected: boolean): void {
  useSelection.setState((state) => {
    const next = new Set(state[kind]);
    for (const id of ids) {
      if (selected) next.add(id);
      else next.delete(id);
    }
    return { [kind]: next };
  });
}

/** Makes a list's selection exactly these. */
export function selectOnly(kind: Kind, ids: Iterable<string>): void {
  useSelection.setState({ [kind]: new Set(ids) });
}

export function toggle(kind: Kind, id: string): void {
  setSelected(kind, [id], !useSelection.getState()[kind].has(id));
}

export function setHover(hover: SelectionState['hover']): void {
  useSelection.setState({ hover });
}
