import type { GeoProjection } from 'd3-geo';
import type { Pen } from '../../common/picture';
import type { GroupValues } from '../analysis/groups';
import { STRIDE } from '../analysis/masks';
import { alongArc, type Vector } from './arc';
import { stepOf, type ColourScale } from './scale';

/** What the rays of pairs are drawn by. */
export interface RayInput {
  values: GroupValues;
  eventOf: Int32Array;
  stationOf: Int32Array;
  /** By number of event and station; null where the place is not known. */
  events: readonly (Vector | null)[];
  stations: readonly (Vector | null)[];
  scale: ColourScale;
  projection: GeoProjection;
  width: number;
}

/** Rays in the order they are drawn: ordinary values first, extremes on top of them. */
interface RayOrder {
  places: Int32Array;
  steps: Uint8Array;
}

/** So many rays of one colour are all drawn; of more, an even part, since they hide each other anyway. Colours of extremes
 *  never have that many. */
const LIMIT = 4000;
/** Rays between two looks at the clock. */
const STROKE = 100;

function* ordered({ values, eventOf, stationOf, events, stations, scale }: RayInput): Generator<void, RayOrder> {
  const { value } = values;
  const classes: number[][] = scale.colours.map(() => []);
  for (let place = 0; place < value.length; place++) {
    if (place % STRIDE === 0) yield;
    if (Number.isNaN(value[place]) || !events[eventOf[place]] || !stations[stationOf[place]]) continue;
    classes[stepOf(scale, value[place])].push(place);
  }
  const order = scale.colours.map((_, step) => step);
  order.sort((a, b) => Math.abs(a - scale.middle) - Math.abs(b - scale.middle));
  const places: number[] = [];
  const steps: number[] = [];
  for (const step of order) {
    const every = Math.max(1, classes[step].length / LIMIT);
    for (let i = 0; i < classes[step].length; i += every) {
      places.push(classes[step][Math.floor(i)]);
      steps.push(step);
    }
    yield;
  }
  return { places: Int32Array.from(places), steps: Uint8Array.from(steps) };
}

/** Rays as they were drawn, for finding the one at a pixel. */
export class DrawnRays {
  readonly points: number[] = [];
  /** Where each ray's points begin in `points`, and its place. */
  readonly begins: number[] = [];
  readonly places: number[] = [];
  /** Rays that have a value. */
  total = 0;

  /** The topmost ray within `reach` pixels of a point; -1 without one. */
  at(x: number, y: number, reach: number): number {
    for (let ray = this.places.length - 1; ray >= 0; ray--) {
      const end = this.begins[ray + 1] ?? this.points.length;
      for (let i = this.begins[ray]; i + 3 < end; i += 2) {
        if (segmentDistance(this.points, i, x, y) <= reach) return this.places[ray];
      }
    }
    return -1;
  }
}

function segmentDistance(points: readonly number[], i: number, x: number, y: number): number {
  const [ax, ay, bx, by] = [points[i], points[i + 1], points[i + 2], points[i + 3]];
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(ax + share * dx - x, ay + share * dy - y);
}

/** Opaque where there are few, faint where there are thousands; extremes are always clear. */
function opacity(rays: number, distance: number): number {
  const base = Math.max(0.12, Math.min(0.9, 22 / Math.sqrt(rays + 1)));
  return base + (0.95 - base) * distance ** 3;
}

/** Draws rays into a context that is in CSS pixels, some at a step. */
export function* drawRays(c: Pen, input: RayInput): Generator<void, DrawnRays> {
  const { scale, eventOf, stationOf, events, stations, projection, width } = input;
  const drawn = new DrawnRays();
  const { places, steps } = yield* ordered(input);
  for (const value of input.values.value) if (value === value) drawn.total++;
  const farthest = Math.max(scale.middle, scale.colours.length - 1 - scale.middle);
  c.lineWidth = places.length > 5000 ? 0.8 : places.length > 500 ? 1.1 : 1.6;
  let i = 0;
  while (i < places.length) {
    const step = steps[i];
    c.beginPath();
    for (const end = Math.min(places.length, i + STROKE); i < end && steps[i] === step; i++) {
      drawn.begins.push(drawn.points.length);
      drawn.places.push(places[i]);
      let last = NaN;
      alongArc(events[eventOf[places[i]]]!, stations[stationOf[places[i]]]!, (longitude, latitude) => {
        const at = projection([longitude, latitude]);
        if (!at) return;
        // Across the edge of the world, the line goes on at the other side.
        if (Math.abs(at[0] - last) < width / 2) c.lineTo(at[0], at[1]);
        else c.moveTo(at[0], at[1]);
        last = at[0];
        drawn.points.push(at[0], at[1]);
      });
    }
    c.strokeStyle = scale.colours[step];
    c.globalAlpha = opacity(places.length, Math.abs(step - scale.middle) / farthest);
    c.stroke();
    yield;
  }
  c.globalAlpha = 1;
  return drawn;
}
