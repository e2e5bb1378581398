import { setBrush, useResults } from '../state';

const SOURCE = 'map';
const NONE: ReadonlySet<string> = new Set();

interface SomeEnds {
  events?: ReadonlySet<string>;
  stations?: ReadonlySet<string>;
}

/** Selects the pairs of these events and stations. */
export function selectEnds({ events = NONE, stations = NONE }: SomeEnds): void {
  const isNothing = events.size + stations.size === 0;
  setBrush(SOURCE, isNothing ? null : { kind: 'ends', events, stations });
}

/** The events and stations that are selected on the map. */
export function useSelectedEnds() {
  return useResults(({ brushes }) => {
    const brush = brushes.get(SOURCE);
    return brush?.kind === 'ends' ? brush : null;
  });
}

/** Adds one end to those that are selected, or takes it away. */
export function toggleEnd(kind: 'events' | 'stations', id: string): void {
  const brush = useResults.getState().brushes.get(SOURCE);
  const ends = brush?.kind === 'ends' ? brush : { events: NONE, stations: NONE };
  const next = new Set(ends[kind]);
  if (!next.delete(id)) next.add(id);
  selectEnds({ ...ends, [kind]: next });
}
