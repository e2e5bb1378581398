import type { EventSummary, ProjectOverview } from '@/api';
import { geodesic } from '@/core/geodesy';
import { histogramOf, type Histogram } from './histogram';
import type { RangeName } from './filters';

const BINS = 24;
/** Pairs that the histograms of distance and azimuth are made of. */
const SAMPLE = 4000;
/** Pairs between two looks at the clock. */
const STEP = 16;

/** A value as it is typed into the field of its range. */
export const WRITE: Record<RangeName, (value: number) => string> = {
  magnitude: (value) => value.toFixed(1),
  depthKm: (value) => value.toFixed(0),
  time: (value) => new Date(value).toISOString().slice(0, 10),
  distanceKm: (value) => value.toFixed(0),
  azimuthDeg: (value) => value.toFixed(0),
};

export function eventHistograms(events: EventSummary[]): Partial<Record<RangeName, Histogram | null>> {
  const of = (value: (event: EventSummary) => number | null) =>
    histogramOf(
      events.flatMap((event) => value(event) ?? []),
      BINS,
    );
  return {
    magnitude: of(({ magnitude }) => magnitude),
    depthKm: of(({ depthKm }) => depthKm),
    time: of(({ time }) => (time === null ? null : Date.parse(time))),
  };
}

/** Null where there is nothing to choose from. */
export type PairHistograms = Partial<Record<RangeName, Histogram | null>>;

/** How distances and azimuths are spread, by pairs that are taken evenly from all, some at a step: geodesics of thousands
 *  take longer than a frame has.
 *  @returns the histograms with the last step */
export function* pairHistograms({
  events,
  stations,
}: Pick<ProjectOverview, 'events' | 'stations'>): Generator<undefined, PairHistograms> {
  const total = events.length * stations.length;
  // A step that has no divisor in common with a row's length does not come back to the same stations.
  const step = Math.max(1, Math.floor(total / SAMPLE)) | 1;
  const [distances, azimuths]: [number[], number[]] = [[], []];
  for (let pair = 0, taken = 0; pair < total; pair += step, taken++) {
    if (taken % STEP === STEP - 1) yield;
    const event = events[Math.floor(pair / stations.length)]!;
    const station = stations[pair % stations.length]!;
    if (event.latitude === null || event.longitude === null) continue;
    if (station.latitude === null || station.longitude === null) continue;
    const path = geodesic(event.latitude, event.longitude, station.latitude, station.longitude);
    distances.push(path.distanceKm);
    azimuths.push(path.azimuthDeg);
  }
  const round = histogramOf([0, 360, ...azimuths], BINS);
  return { distanceKm: histogramOf(distances, BINS), azimuthDeg: azimuths.length === 0 ? null : round };
}
