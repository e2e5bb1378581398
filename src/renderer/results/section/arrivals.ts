import type { ArrivalCurve } from '@/core/model';
import type { Pen } from '../../common/picture';
import { MARGIN, type Frame } from './frame';
import type { ArrivalChoice, Spacing } from './settings';
import { shiftAt, type PlacedTrace } from './view';

/** Arrivals of a phase as they lie in the section: times, moved as the traces are, and heights. */
export interface PlacedArrivals {
  phase: string;
  isMain: boolean;
  points: [time: number, at: number][];
  /** A line through the points means something; else each belongs to one trace. */
  isLine: boolean;
}

/** What comes first of the waves that leave the source as P and as S, at any distance. */
const MAIN = new Set(['p', 'P', 'Pn', 'Pdiff', 'PKP', 'PKIKP', 's', 'S', 'Sn', 'Sdiff', 'SKS']);
const FONT = '600 10.5px system-ui, sans-serif';
const LABEL = { height: 12, step: 9, gap: 3 };
/** Half the height of a mark at one trace, px. */
const MARK = 7;

/** The time of a curve at a distance; null beyond its ends. */
export function timeAt(points: ArrivalCurve['points'], distanceKm: number): number | null {
  const next = points.findIndex(([km]) => km >= distanceKm);
  if (next === -1) return null;
  const [km, time] = points[next]!;
  if (km === distanceKm) return time;
  if (next === 0) return null;
  const [before, earlier] = points[next - 1]!;
  return earlier + ((distanceKm - before) / (km - before)) * (time - earlier);
}

/** Arrivals where they belong in a section.
 *  @param velocity km/s by which times are reduced; null for times as they are */
export function placeArrivals(
  curves: readonly ArrivalCurve[],
  placed: readonly PlacedTrace[],
  spacing: Spacing,
  velocity: number | null,
  choice: ArrivalChoice,
): PlacedArrivals[] {
  const wanted = curves.filter(({ phase }) => choice === 'all' || (choice === 'main' && MAIN.has(phase)));
  const all = wanted.map(({ phase, points }): PlacedArrivals => {
    const isMain = MAIN.has(phase);
    if (spacing === 'distance') {
      const shifted = points.map(([km, time]): [number, number] => [time + shiftAt(km, velocity), km]);
      return { phase, isMain, points: shifted, isLine: true };
    }
    const found = placed.flatMap(({ trace, at, shift }): [number, number][] => {
      const time = trace.distanceKm === null ? null : timeAt(points, trace.distanceKm);
      return time === null ? [] : [[time + shift, at]];
    });
    return { phase, isMain, points: found, isLine: spacing === 'even' };
  });
  return all.sort((a, b) => Number(b.isMain) - Number(a.isMain));
}

interface Box {
  x: number;
  y: number;
  width: number;
}

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width + LABEL.gap && b.x < a.x + a.width + LABEL.gap && Math.abs(a.y - b.y) < LABEL.height;

/** Pixels along a line, near to each other, from its far end. */
function* alongLine(points: readonly (readonly [number, number])[], isLine: boolean) {
  for (let i = points.length - 1; i >= 0; i--) {
    const [x, y] = points[i]!;
    yield [x, y] as const;
    const next = points[i - 1];
    if (!isLine || !next) continue;
    const pieces = Math.floor(Math.hypot(next[0] - x, next[1] - y) / LABEL.step);
    for (let k = 1; k < pieces; k++) {
      yield [x + (k / pieces) * (next[0] - x), y + (k / pieces) * (next[1] - y)] as const;
    }
  }
}

/** A place for a label at its line, inside of the frame and clear of all others; null where there is none. */
function placeLabel(
  points: readonly (readonly [number, number])[],
  isLine: boolean,
  width: number,
  frame: Frame,
  taken: readonly Box[],
): Box | null {
  for (const [x, y] of alongLine(points, isLine)) {
    const box = { x: x + LABEL.gap, y: y + (isLine ? 0 : -MARK), width };
    const isInside =
      box.x >= MARGIN.left &&
      box.x + width <= MARGIN.left + frame.width &&
      box.y >= MARGIN.top + LABEL.height / 2 &&
      box.y <= MARGIN.top + frame.height - LABEL.height / 2;
    if (isInside && !taken.some((other) => overlap(box, other))) return box;
  }
  return null;
}

/** Draws arrivals with their names, none over another; the main ones are stronger, and have their names first. */
export function paintArrivals(
  c: Pen,
  arrivals: readonly PlacedArrivals[],
  frame: Frame,
  colours: { arrival: string; halo: string },
): void {
  const taken: Box[] = [];
  c.font = FONT;
  c.textAlign = 'left';
  c.textBaseline = 'middle';
  c.lineJoin = 'round';
  const inPixels = arrivals.map((each) => ({
    ...each,
    points: each.points.map(([time, at]) => [frame.x(time), frame.y(at)] as const),
  }));
  c.strokeStyle = colours.arrival;
  for (const { points, isLine, isMain } of inPixels) {
    c.lineWidth = isMain ? 1.6 : 0.9;
    c.globalAlpha = isMain ? 0.95 : 0.6;
    c.beginPath();
    points.forEach(([x, y], i) => {
      if (!isLine) {
        c.moveTo(x, y - MARK);
        c.lineTo(x, y + MARK);
      } else if (i === 0) c.moveTo(x, y);
      else c.lineTo(x, y);
    });
    c.stroke();
  }
  c.globalAlpha = 1;
  for (const { phase, points, isLine } of inPixels) {
    const box = placeLabel(points, isLine, c.measureText(phase).width, frame, taken);
    if (!box) continue;
    taken.push(box);
    c.lineWidth = 3;
    c.strokeStyle = colours.halo;
    c.strokeText(phase, box.x, box.y);
    c.fillStyle = colours.arrival;
    c.fillText(phase, box.x, box.y);
  }
}
