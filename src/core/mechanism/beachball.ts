import type { MomentTensor } from '@/core/model';
import type { Vector3 } from './eigen';
import { principalAxes } from './planes';

/** A point of the lower hemisphere in the unit disc: x to the east, y to the south, as screens count. */
export type DiscPoint = [x: number, y: number];

/** The parts of the focal sphere where P waves leave as compression, in a lower-hemisphere equal-area projection. */
export interface Beachball {
  /** Whether the disc outside of `regions` is compressional, and they are dilatational; otherwise the reverse. */
  inverted: boolean;
  /** Closed outlines in the unit disc. */
  regions: DiscPoint[][];
}

const STEPS = 180;
const SURFACE = 1e-9;

/** Outlines of a moment tensor's radiation pattern, for any tensor: double couple, CLVD, with volume change. The one
 *  principal axis whose sign stands alone is the centre of an elliptic cone on which P amplitudes vanish:
 *  tan^2 a = -l / (m cos^2 f + n sin^2 f), with l its eigenvalue and a the angle from it.
 *  @see Frohlich 1996, Seism. Res. Lett. 67(1) */
export function beachball(m: MomentTensor): Beachball {
  const { values, vectors } = principalAxes(m);
  const [lowest, , highest] = values;
  const tiny = 1e-12 * Math.max(Math.abs(lowest), Math.abs(highest));
  // All of one sign: an explosion or an implosion.
  if (lowest >= -tiny) return { inverted: highest > tiny, regions: [] };
  if (highest <= tiny) return { inverted: false, regions: [] };
  const alone = values[1] > 0 ? 0 : 2;
  const others = [0, 1, 2].filter((i) => i !== alone) as [number, number];
  const axis = vectors[alone];
  const cone = nodalCone(axis, vectors[others[0]]!, vectors[others[1]]!, [
    values[alone],
    values[others[0]]!,
    values[others[1]]!,
  ]);
  const opposite = cone.map(([n, e, d]): Vector3 => [-n, -e, -d]);
  const regions = [lowerPart(cone, axis), lowerPart(opposite, [-axis[0], -axis[1], -axis[2]])];
  return { inverted: alone === 0, regions: regions.filter((region) => region.length > 2) };
}

/** Directions around `axis` in which the amplitude vanishes, once around. */
function nodalCone(axis: Vector3, u: Vector3, v: Vector3, [l, m, n]: Vector3): Vector3[] {
  return Array.from({ length: STEPS }, (_, k) => {
    const f = (2 * Math.PI * k) / STEPS;
    const [c, s] = [Math.cos(f), Math.sin(f)];
    // Of a double couple one of the two vanishes: the cone then opens to a plane.
    const a = Math.atan2(Math.sqrt(Math.abs(l)), Math.sqrt(Math.abs(m * c * c + n * s * s)));
    const [along, across] = [Math.cos(a), Math.sin(a)];
    const at = (i: 0 | 1 | 2) => along * axis[i] + across * (c * u[i] + s * v[i]);
    return [at(0), at(1), at(2)];
  });
}

/** The projected outline of what of a cone lies in the lower hemisphere. A cone is convex: it meets the horizon in no
 *  point or in two, which an arc of the horizon on the axis' side then joins. */
function lowerPart(cone: Vector3[], axis: Vector3): DiscPoint[] {
  const n = cone.length;
  if (!cone.some(([, , d]) => d > SURFACE)) return [];
  const entry = cone.findIndex(([, , d], k) => d >= -SURFACE && cone[(k + n - 1) % n]![2] < -SURFACE);
  if (entry < 0) return cone.map(project);
  const outline: Vector3[] = [crossing(cone[(entry + n - 1) % n]!, cone[entry]!)];
  let k = entry;
  for (; cone[k % n]![2] >= -SURFACE; k++) outline.push(cone[k % n]!);
  outline.push(crossing(cone[(k - 1) % n]!, cone[k % n]!));
  return [...outline.map(project), ...horizonArc(outline.at(-1)!, outline[0]!, axis)];
}

/** Where the way from one direction to the next meets the horizon. */
function crossing(a: Vector3, b: Vector3): Vector3 {
  const t = a[2] === b[2] ? 0 : a[2] / (a[2] - b[2]);
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]), 0];
}

/** Points along the horizon between two directions, on the side to which `axis` points. */
function horizonArc(from: Vector3, to: Vector3, axis: Vector3): DiscPoint[] {
  const turn = (angle: number) => ((angle % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI);
  const start = Math.atan2(from[1], from[0]);
  const clockwise = turn(Math.atan2(to[1], to[0]) - start);
  const towardsAxis = turn(Math.atan2(axis[1], axis[0]) - start);
  const sweep = towardsAxis <= clockwise ? clockwise : clockwise - 2 * Math.PI;
  const count = Math.max(2, Math.ceil((Math.abs(sweep) / (2 * Math.PI)) * STEPS));
  return Array.from({ length: count - 1 }, (_, i) => {
    const azimuth = start + (sweep * (i + 1)) / count;
    return [Math.sin(azimuth), -Math.cos(azimuth)];
  });
}

/** Equal-area projection of a downward direction: r = sqrt(2) sin(i/2), i from straight down. */
function project([n, e, d]: Vector3): DiscPoint {
  const horizontal = Math.hypot(n, e);
  if (horizontal === 0) return [0, 0];
  const r = Math.SQRT2 * Math.sin(Math.atan2(horizontal, Math.max(d, 0)) / 2);
  return [(r * e) / horizontal, (-r * n) / horizontal];
}

/** SVG path of the compressional parts of a beachball about (0, 0), to be filled by the even-odd rule. */
export function beachballPath(m: MomentTensor, radius: number): string {
  const { inverted, regions } = beachball(m);
  const number = (x: number) => String(Math.round(x * radius * 100) / 100);
  const outlines = regions.map((region) => `M${region.map(([x, y]) => `${number(x)} ${number(y)}`).join('L')}Z`);
  const r = number(1);
  const disc = `M-${r} 0A${r} ${r} 0 1 0 ${r} 0A${r} ${r} 0 1 0 -${r} 0Z`;
  return [...(inverted ? [disc] : []), ...outlines].join('');
}
