import { DistanceRanges, geodesic, type DistanceRange } from '@/core/geodesy';
import { isLimiting, type PairLimits } from '@/core/model';
import type { ProjectOverview } from '@/api';
import { placeOf, type PairCells } from './counter';
import type { Kind } from './store';

/** How far an event or station is from the chosen ones of the other kind. */
export interface ItemReach extends DistanceRange {
  /** From event to station, where just one of the other kind is chosen. */
  azimuthDeg: number | null;
}

/** By id or code; what has no coordinates is left out. */
export type Reaches = Record<Kind, ReadonlyMap<string, ItemReach>>;

/** Ids and codes of which no pair with a chosen one of the other kind is within the limits. */
export type Outside = Record<Kind, ReadonlySet<string>>;

export interface Reached {
  reaches: Reaches;
  outside: Outside;
  /** How many of the other kind each is measured to. */
  partners: Record<Kind, number>;
}

export const NOTHING_REACHED: Reached = {
  reaches: { events: new Map(), stations: new Map() },
  outside: { events: new Set(), stations: new Set() },
  partners: { events: 0, stations: 0 },
};

type Lists = Pick<ProjectOverview, 'events' | 'stations' | 'availability'>;
type Item = ProjectOverview['events'][number] | ProjectOverview['stations'][number];

interface Chosen {
  events: ReadonlySet<string>;
  stations: ReadonlySet<string>;
  limits: PairLimits;
}

const nameOf = (item: Item): string => ('id' in item ? item.id : item.code);

/** Measures events to the chosen stations and stations to the chosen events, a step each. */
export function* reaching(project: Lists, cells: PairCells, chosen: Chosen): Generator<undefined, Reached> {
  const events = project.events.filter(({ id }) => chosen.events.has(id));
  const stations = project.stations.filter(({ code }) => chosen.stations.has(code));
  const reaches = {
    events: yield* measured(project.events, stations, false),
    stations: yield* measured(project.stations, events, true),
  };
  const outside = isLimiting(chosen.limits) ? yield* beyond(project, cells, chosen) : NOTHING_REACHED.outside;
  return { reaches, outside, partners: { events: stations.length, stations: events.length } };
}

function* measured(
  items: readonly Item[],
  others: readonly Item[],
  isFromOther: boolean,
): Generator<undefined, ReadonlyMap<string, ItemReach>> {
  const reaches = new Map<string, ItemReach>();
  const partners = new DistanceRanges(others.map(placeOf));
  const [only] = others.length === 1 ? others.map(placeOf) : [null];
  for (const item of items) {
    const place = placeOf(item);
    const reach = partners.from(place);
    if (reach !== null) {
      const [from, to] = isFromOther ? [only, place] : [place, only];
      const path = from && to ? geodesic(from.latitude, from.longitude, to.latitude, to.longitude) : null;
      reaches.set(nameOf(item), { ...reach, azimuthDeg: path && path.azimuthDeg });
    }
    yield;
  }
  return reaches;
}

function* beyond(project: Lists, cells: PairCells, chosen: Chosen): Generator<undefined, Outside> {
  // Where nothing is chosen to be measured to, nothing is too far from it.
  const events = new Set(chosen.stations.size === 0 ? [] : project.events.map(nameOf));
  const stations = new Set(chosen.events.size === 0 ? [] : project.stations.map(nameOf));
  cells.setLimits(chosen.limits);
  for (const [row, { id }] of project.events.entries()) {
    const isChosen = chosen.events.has(id);
    for (const [column, { code }] of project.stations.entries()) {
      if ((!isChosen && !chosen.stations.has(code)) || !cells.isWithin(row, column)) continue;
      if (chosen.stations.has(code)) events.delete(id);
      if (isChosen) stations.delete(code);
    }
    yield;
  }
  return { events, stations };
}
