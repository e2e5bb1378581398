import type { PairDetail } from '@/api';
import { count, fixed, misfit } from '../common/format';
import { texts } from '../texts';
import classes from './PairPane.module.css';

const t = texts.pair.facts;

function degrees(value: number | null): string {
  return value === null ? '–' : `${fixed(value, 1)}°`;
}

export function Facts({ detail }: { detail: PairDetail }) {
  const { outcome, parameters } = detail;
  const facts: [name: string, value: string, long?: string][] = [
    [t.band, `${parameters.minPeriod}–${parameters.maxPeriod} s`],
  ];
  if (outcome) {
    facts.unshift(
      [t.misfit, misfit(outcome.misfit)],
      [t.windows, count(outcome.nwin)],
      [t.distance, outcome.distanceKm === null ? '–' : `${fixed(outcome.distanceKm, 1)} km`],
      [t.azimuth, degrees(outcome.azimuthDeg), t.azimuthLong],
      [t.backazimuth, degrees(outcome.backazimuthDeg), t.backazimuthLong],
    );
    facts.push([t.time, `${fixed(outcome.seconds, 2)} s`]);
  }
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value, long]) => (
        <div key={name} title={long}>
          <dt>{long ? <abbr title={long}>{name}</abbr> : name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
