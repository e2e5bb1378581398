import type { EventSummary, PairDetail, StationSummary } from '@/api';
import type { Geodesic } from '@/core/geodesy';
import { count, dateTime, fixed, misfit } from '../../common/format';
import { texts } from '../../texts';
import classes from './Overview.module.css';

const t = texts.pair.facts;

function degrees(value: number | null): string {
  return value === null ? '–' : `${fixed(value, 1)}°`;
}

type Fact = [name: string, value: string, long?: string];

/** Misfit and windows of what is shown, which may be an edit that is not saved. */
function results({ components, outcome }: PairDetail): Fact[] {
  const misfits = components.flatMap((each) => (each.misfit === null ? [] : [each.misfit]));
  const sum = misfits.length === 0 ? (outcome?.misfit ?? null) : misfits.reduce((total, value) => total + value, 0);
  const windows = components.reduce((total, each) => total + each.windows.length, 0);
  return [
    [t.misfit, misfit(sum)],
    [t.windows, count(windows)],
  ];
}

/** As it was measured; where the pair did not get as far, as events and stations tell. */
function pathFacts({ outcome }: PairDetail, known: Geodesic | null): Fact[] {
  const measured = outcome?.distanceKm !== null ? outcome : null;
  const { distanceKm = null, azimuthDeg = null, backazimuthDeg = null } = measured ?? known ?? {};
  return [
    [t.distance, distanceKm === null ? '–' : `${fixed(distanceKm, 1)} km`],
    [t.azimuth, degrees(azimuthDeg), t.azimuthLong],
    [t.backazimuth, degrees(backazimuthDeg), t.backazimuthLong],
  ];
}

function places(event: EventSummary | undefined, station: StationSummary | undefined): Fact[] {
  const facts: Fact[] = [];
  if (event) {
    facts.push([t.origin, dateTime(event.time)], [t.magnitude, fixed(event.magnitude, 1), t.magnitudeLong]);
    facts.push([t.depth, event.depthKm === null ? '–' : `${fixed(event.depthKm, 1)} km`]);
    if (event.region !== null) facts.push([t.region, event.region]);
  }
  if (station && station.elevationM !== null) facts.push([t.elevation, `${fixed(station.elevationM, 0)} m`]);
  return facts;
}

interface FactsProps {
  detail: PairDetail;
  /** From event to station, where both are known. */
  path: Geodesic | null;
  event: EventSummary | undefined;
  station: StationSummary | undefined;
  /** With what is known of event and station. */
  full: boolean;
  /** What is to be told beside them. */
  note: string | null;
}

export function Facts({ detail, path, event, station, full, note }: FactsProps) {
  const { outcome, parameters } = detail;
  const facts: Fact[] = [
    ...results(detail),
    ...pathFacts(detail, path),
    [t.band, `${parameters.minPeriod}–${parameters.maxPeriod} s`],
    ...(full ? places(event, station) : []),
    ...(outcome ? [[t.time, `${fixed(outcome.seconds, 2)} s`, t.timeLong] satisfies Fact] : []),
  ];
  return (
    <div className={classes.words}>
      <dl className={classes.facts}>
        {facts.map(([name, value, long]) => (
          <div key={name} title={`${long ?? name}: ${value}`}>
            <dt>{long ? <abbr>{name}</abbr> : name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {note !== null && <p className={classes.note}>{note}</p>}
    </div>
  );
}
