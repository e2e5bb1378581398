import type { MomentTensor } from '@/core/model';
import { evaluateSource, gaussianWidth, type SourceTimes } from './sourceTime';

/** A homogeneous elastic medium: P and S velocity in m/s, density in kg/m^3. */
export interface Medium {
  alpha: number;
  beta: number;
  density: number;
}

/** A point source as seen from a receiver. */
export interface Path {
  momentTensor: MomentTensor;
  /** Of the Gaussian moment rate, s; centred on the origin time. */
  halfDuration: number;
  /** Horizontal distance and depth of the source below the receiver, m. */
  distance: number;
  depth: number;
  /** From source to receiver, clockwise from north. */
  azimuthDeg: number;
}

/** Ground motion: away from the source, to the right of that seen from above, and up. */
export interface Motion {
  radial: Float64Array;
  transverse: Float64Array;
  up: Float64Array;
}

/** Amplitudes of the terms of the solution for one component. */
interface Amplitudes {
  near: number;
  intermediateP: number;
  intermediateS: number;
  farP: number;
  farS: number;
}

/** Ground motion of a moment tensor point source in a homogeneous elastic full space, with its near, intermediate and far
 *  fields, in closed form for a Gaussian moment rate.
 *  @param start first time, s after the origin
 *  @param delta sampling interval, s
 *  @returns m, or m/s for the velocity
 *  @see Aki & Richards 2002, eq. 4.29 */
export function fullSpaceMotion(
  path: Path,
  medium: Medium,
  start: number,
  delta: number,
  length: number,
  quantity: 'displacement' | 'velocity',
): Motion {
  const distance = Math.hypot(path.distance, path.depth);
  const width = gaussianWidth(path.halfDuration);
  const delayP = distance / medium.alpha;
  const delayS = distance / medium.beta;
  const amplitudes = amplitudesOf(path, medium, distance);
  const traces = amplitudes.map(() => new Float64Array(length));
  const p = blank();
  const s = blank();
  for (let i = 0; i < length; i++) {
    const time = start + i * delta;
    evaluateSource(time - delayP, width, p);
    // Nothing comes before P; the tail of its Gaussian is zero to the last bit there.
    if (p.moment === 0) continue;
    evaluateSource(time - delayS, width, s);
    const moving = quantity === 'velocity';
    const near = moving ? nearSlope(p, s, delayP, delayS) : nearField(p, s, delayP, delayS);
    const momentP = moving ? p.rate : p.moment;
    const momentS = moving ? s.rate : s.moment;
    const rateP = moving ? p.rateSlope : p.rate;
    const rateS = moving ? s.rateSlope : s.rate;
    for (let c = 0; c < 3; c++) {
      const a = amplitudes[c]!;
      traces[c]![i] =
        a.near * near + a.intermediateP * momentP + a.intermediateS * momentS + a.farP * rateP + a.farS * rateS;
    }
  }
  const [radial, transverse, up] = traces as [Float64Array, Float64Array, Float64Array];
  return { radial, transverse, up };
}

function blank(): SourceTimes {
  return { rate: 0, rateSlope: 0, moment: 0, ramp: 0, parabola: 0 };
}

/** The integral of tau M(t - tau) from the P to the S delay, by parts. */
function nearField(p: SourceTimes, s: SourceTimes, delayP: number, delayS: number): number {
  return delayP * p.ramp - delayS * s.ramp + p.parabola - s.parabola;
}

/** Its derivative by time. */
function nearSlope(p: SourceTimes, s: SourceTimes, delayP: number, delayS: number): number {
  return delayP * p.moment - delayS * s.moment + p.ramp - s.ramp;
}

/** Amplitudes for the radial, transverse and up component. */
function amplitudesOf(path: Path, medium: Medium, r: number): Amplitudes[] {
  const tensor = rotated(path.momentTensor, path.azimuthDeg);
  const direction = [path.distance / r, 0, path.depth / r];
  const { alpha, beta, density } = medium;
  const scale = 1 / (4 * Math.PI * density);
  const trace = tensor[0]![0]! + tensor[1]![1]! + tensor[2]![2]!;
  const along = tensor.map((row) => row[0]! * direction[0]! + row[1]! * direction[1]! + row[2]! * direction[2]!);
  const both = along[0]! * direction[0]! + along[1]! * direction[1]! + along[2]! * direction[2]!;
  return direction.map((g, n) => ({
    near: (scale * (15 * g * both - 3 * g * trace - 6 * along[n]!)) / r ** 4,
    intermediateP: (scale * (6 * g * both - g * trace - 2 * along[n]!)) / (alpha ** 2 * r ** 2),
    intermediateS: (-scale * (6 * g * both - g * trace - 3 * along[n]!)) / (beta ** 2 * r ** 2),
    farP: (scale * g * both) / (alpha ** 3 * r),
    farS: (-scale * (g * both - along[n]!)) / (beta ** 3 * r),
  }));
}

/** The moment tensor from up, south, east to radial, transverse, up at an azimuth. */
function rotated(m: MomentTensor, azimuthDeg: number): number[][] {
  const azimuth = (azimuthDeg * Math.PI) / 180;
  const [sin, cos] = [Math.sin(azimuth), Math.cos(azimuth)];
  const tensor = [
    [m.mrr, m.mrt, m.mrp],
    [m.mrt, m.mtt, m.mtp],
    [m.mrp, m.mtp, m.mpp],
  ];
  const axes = [
    [0, -cos, sin],
    [0, sin, cos],
    [1, 0, 0],
  ];
  const product = (a: number[], b: number[]) =>
    a.reduce((sum, x, i) => sum + x * b.reduce((inner, y, j) => inner + tensor[i]![j]! * y, 0), 0);
  return axes.map((a) => axes.map((b) => product(a, b)));
}
