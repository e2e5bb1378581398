import type { EventSummary, PairDetail, StationSummary } from '@/api';
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

function path({ outcome }: PairDetail): Fact[] {
  if (!outcome) return [];
  const { distanceKm, azimuthDeg, backazimuthDeg } = outcome;
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
  event: EventSummary | undefined;
  station: StationSummary | undefined;
  /** With what is known of event and station. */
  full: boolean;
}

export function Facts({ detail, event, station, full }: FactsProps) {
  const { outcome, parameters } = detail;
  const facts: Fact[] = [
    ...results(detail),
    ...path(detail),
    [t.band, `${parameters.minPeriod}–${parameters.maxPeriod} s`],
    ...(full ? places(event, station) : []),
    ...(outcome ? [[t.time, `${fixed(outcome.seconds, 2)} s`, t.timeLong] satisfies Fact] : []),
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value, long]) => (
        <div key={name} title={`${long ?? name}: ${value}`}>
          <dt>{long ? <abbr>{name}</abbr> : name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
