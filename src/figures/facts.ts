import { evaluationPath, periodBands, type Parameters } from '@/core/config';
import { bandNames, formatTime, type PairKey, type SeismicEvent, type Station } from '@/core/model';
import type { PairResult } from '@/core/pair';
import { COLOR, SIZE, textWidth } from './style';
import { label, line, readable, type Box, type Shape } from './scene';

const LINE = 20;

/** Name and value, or null for a rule between groups. */
export type Fact = [name: string, value: string] | null;

/** What a figure says of its pair; what is not known is left out. */
export function pairFacts(
  key: PairKey,
  parameters: Parameters,
  event: SeismicEvent | null,
  station: Station | null,
  result: PairResult,
): Fact[] {
  const { geometry } = result;
  const bands = periodBands(parameters);
  const windows = result.components.reduce((sum, component) => sum + component.windows.length, 0);
  const facts: (Fact | false)[] = [
    ['Event', key.event],
    event !== null && ['Origin time', `${formatTime(event.time, 3).replace('T', ' ').replace('Z', '')} UTC`],
    typeof event?.region === 'string' && ['Region', event.region],
    typeof event?.magnitude === 'number' && ['Magnitude', readable(event.magnitude, 1)],
    event !== null && ['Depth', `${readable(event.depthKm, 1)} km`],
    null,
    ['Station', key.station],
    station !== null && ['Elevation', `${readable(station.elevationM, 0)} m`],
    geometry !== null && ['Distance', distance(geometry.distanceKm, geometry.distanceDeg)],
    geometry !== null && ['Azimuth', `${readable(geometry.azimuthDeg, 1)}\u00b0`],
    geometry !== null && ['Backazimuth', `${readable(geometry.backazimuthDeg, 1)}\u00b0`],
    null,
    ['Evaluation', evaluationPath(parameters)],
    [bands.length > 1 ? 'Period bands' : 'Period band', bandNames(bands)],
    ['Misfit function', parameters.adj_src_type],
    ['Windows', String(windows)],
    [
      bands.length > 1 ? 'Misfit, mean of bands' : 'Misfit',
      result.misfit === null ? 'none' : readable(result.misfit, 4),
    ],
  ];
  return facts.filter((fact) => fact !== false);
}

function distance(km: number, degrees: number): string {
  return `${readable(km, km < 100 ? 1 : 0)} km (${readable(degrees, degrees < 10 ? 2 : 1)}\u00b0)`;
}

export function factsHeight(facts: Fact[]): number {
  return facts.reduce((sum, fact) => sum + (fact === null ? LINE / 2 : LINE), 0);
}

/** Names to the left, values to the right, and a hairline between groups. */
export function drawFacts(facts: Fact[], box: Box): Shape[] {
  let y = box.y;
  const right = box.x + box.width;
  return facts.flatMap((fact) => {
    if (fact === null) {
      y += LINE / 2;
      return [line(box.x, y - 1, right, y - 1, { stroke: COLOR.grid })];
    }
    y += LINE;
    const [name, value] = fact;
    const room = box.width - textWidth(name, SIZE.normal) - 16;
    return [
      label(box.x, y - 5, name, { color: COLOR.muted }),
      label(right, y - 5, shorten(value, room), {
        anchor: 'end',
        bold: name.startsWith('Misfit,') || name === 'Misfit',
      }),
    ];
  });
}

function shorten(text: string, room: number): string {
  const fitting = Math.floor(room / textWidth('x', SIZE.normal));
  return text.length <= fitting ? text : `${text.slice(0, Math.max(1, fitting - 1))}\u2026`;
}
