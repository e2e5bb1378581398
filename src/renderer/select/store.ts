import { create } from 'zustand';
import type { ProjectOverview } from '@/api';

export type Kind = 'events' | 'stations';

interface SelectionState {
  /** Ids of events, and codes NN.SSS of stations. */
  events: ReadonlySet<string>;
  stations: ReadonlySet<string>;
  /** What the pointer is over, in the map or a list. */
  hover: { kind: Kind; id: string } | null;
  /** What was chosen elsewhere and is to be scrolled to in its list; `turn` tells one from the next. */
  sought: { kind: Kind; id: string; turn: number } | null;
}

export const useSelection = create<SelectionState>(() => ({
  events: new Set(),
  stations: new Set(),
  hover: null,
  sought: null,
}));

export function selectAll(project: Pick<ProjectOverview, 'events' | 'stations'>): void {
  useSelection.setState({
    events: new Set(project.events.map((event) => event.id)),
    stations: new Set(project.stations.map((station) => station.code)),
    hover: null,
    sought: null,
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

export type Mode = 'replace' | 'add' | 'remove';

/** Takes ids into a list's selection, or out of it, as one change with those of the other list. */
export function combine(mode: Mode, chosen: Partial<Record<Kind, Iterable<string>>>): void {
  useSelection.setState((state) => {
    const change: Partial<Record<Kind, ReadonlySet<string>>> = {};
    for (const kind of ['events', 'stations'] as const) {
      const ids = chosen[kind];
      if (ids !== undefined) change[kind] = combined(state[kind], ids, mode);
    }
    return change;
  });
}

function combined(before: ReadonlySet<string>, ids: Iterable<string>, mode: Mode): ReadonlySet<string> {
  if (mode === 'replace') return new Set(ids);
  const next = new Set(before);
  for (const id of ids) {
    if (mode === 'add') next.add(id);
    else next.delete(id);
  }
  return next;
}

/** What the keys that are held mean for a selection. */
export function modeOf({ shiftKey, altKey }: { shiftKey: boolean; altKey: boolean }): Mode {
  return altKey ? 'remove' : shiftKey ? 'add' : 'replace';
}

export function setHover(hover: SelectionState['hover']): void {
  const before = useSelection.getState().hover;
  if (before?.kind !== hover?.kind || before?.id !== hover?.id) useSelection.setState({ hover });
}

/** Scrolls a list to an item. */
export function scrollTo(kind: Kind, id: string): void {
  useSelection.setState(({ sought }) => ({ sought: { kind, id, turn: (sought?.turn ?? 0) + 1 } }));
}
