import { eventFilter, stationFilter } from '../select/wildcard';
import type { ResultColumns } from './store/columns';

/** What is looked at at all; the selection is a part of it. */
export interface Filter {
  /** Letters; null for all. */
  components: ReadonlySet<string> | null;
  /** Terms with wildcards, as in the lists of events and stations. */
  events: string;
  stations: string;
}

export const NO_FILTER: Filter = { components: null, events: '', stations: '' };

/** By the numbers of events, stations and components: 1 where it passes. */
export interface FilterFlags {
  events: Uint8Array;
  stations: Uint8Array;
  components: Uint8Array;
}

/** @param regions names of regions by event, which the filter of events looks at too */
export function filterFlags(
  { components, events, stations }: Filter,
  columns: ResultColumns,
  regions: ReadonlyMap<string, string | null>,
): FilterFlags {
  const event = eventFilter(events);
  const station = stationFilter(stations);
  const flag = (passes: boolean) => (passes ? 1 : 0);
  return {
    events: Uint8Array.from(columns.events.list, (id) => flag(event({ id, region: regions.get(id) ?? null }))),
    stations: Uint8Array.from(columns.stations.list, (code) => {
      const [network, name = ''] = code.split('.');
      return flag(station({ network, name }));
    }),
    components: Uint8Array.from(columns.components.list, (letter) => flag(components?.has(letter) ?? true)),
  };
}
