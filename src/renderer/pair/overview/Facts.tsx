import type { EventSummary, PairDetail, StationSummary } from '@/api';
import type { Geodesic } from '@/core/geodesy';
import { bandNames } from '@/core/model';
import { count, dateTime, fixed, misfit } from '../../common/format';
import { texts } from '../../texts';
import { totalsOf } from '../totals';
import classes from './Overview.module.css';

const t = texts.pair.facts;

function degrees(value: number | null): string {
  return value === null ? '–' : `${fixed(value, 1)}°`;
}

/** Letters of a value that needs more than one column. */
const LONG = 14;

type Fact = [name: string, value: string, long?: string | undefined];

/** Misfit and windows of what is shown, which may be an edit that is not saved. */
function results(detail: PairDetail): Fact[] {
  const totals = totalsOf(detail);
  const isSeveral = detail.bands.length > 1;
  return [
    [t.misfit, misfit(totals.misfit ?? detail.outcome?.misfit ?? null), isSeveral ? t.misfitOfBands : undefined],
    [t.windows, count(totals.windows), isSeveral ? t.windowsOfBands : undefined],
  ];
}

/** As it was measured; where the pair did not get as far, as events and stations tell. */
function pathFacts({ outcome }: PairDetail, known: Geodesic | null): Fact[] {
  const path = outcome && outcome.distanceKm !== null ? outcome : known;
  if (path === null) return [];
  const { distanceKm, azimuthDeg, backazimuthDeg } = path;
  return [
    [t.distance, `${fixed(distanceKm, 1)} km`],
    [t.azimuth, degrees(azimuthDeg), t.azimuthLong],
    [t.backazimuth, degrees(backazimuthDeg), t.backazimuthLong],
  ];
}

/** What is known of them. */
function placeFacts(event: EventSummary | undefined, station: StationSummary | undefined): Fact[] {
  const { time = null, magnitude = null, depthKm = null, region = null } = event ?? {};
  const elevation = station?.elevationM ?? null;
  const facts: (Fact | null)[] = [
    time === null ? null : [t.origin, dateTime(time)],
    magnitude === null ? null : [t.magnitude, fixed(magnitude, 1), t.magnitudeLong],
    depthKm === null ? null : [t.depth, `${fixed(depthKm, 1)} km`],
    region === null ? null : [t.region, region],
    elevation === null ? null : [t.elevation, `${fixed(elevation, 0)} m`],
  ];
  return facts.filter((fact) => fact !== null);
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
  const { outcome, bands } = detail;
  const facts: Fact[] = [
    ...results(detail),
    ...pathFacts(detail, path),
    [bands.length > 1 ? t.bands : t.band, bandNames(bands)],
    ...(full ? placeFacts(event, station) : []),
    ...(outcome ? [[t.time, `${fixed(outcome.seconds, 2)} s`, t.timeLong] satisfies Fact] : []),
  ];
  return (
    <div className={classes.words}>
      <dl className={classes.facts}>
        {facts.map(([name, value, long]) => (
          <div key={name} title={`${long ?? name}: ${value}`} data-long={value.length > LONG || undefined}>
            <dt>{long ? <abbr>{name}</abbr> : name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {note !== null && <p className={classes.note}>{note}</p>}
    </div>
  );
}
