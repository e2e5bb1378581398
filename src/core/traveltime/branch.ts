import type { SlownessLayer, TimeDistance } from './slowness';

/**
 * The part of the Earth between two neighbouring discontinuities (or the source depth), for one wave. Its tables hold one pass
 * of each sampled ray: through it, or down to the turning point in it, or nothing where the ray does not get there.
 * @see Buland & Chapman 1983; Crotwell et al. 1999
 */
export interface Branch {
  top: number;
  bottom: number;
  /** Slowness at its top: rays of larger parameter do not enter it. */
  maxP: number;
  /** Least slowness in it: rays of larger parameter turn in it. */
  minTurnP: number;
  /** s and rad per sampled ray parameter. */
  time: Float64Array;
  distance: Float64Array;
  /** Slowness at the tops of its layers and at the bottom of the last: one longer than `inverseExponent`. */
  slowness: Float64Array;
  /** 1 / B of Bullen's law per layer. */
  inverseExponent: Float64Array;
}

/** One pass through a branch of the ray of parameter `p`, not necessarily a sampled one; added to `sum`. */
export function addPass(branch: Branch, p: number, count: number, sum: TimeDistance): void {
  if (p > branch.maxP) return;
  const { slowness, inverseExponent } = branch;
  const square = p * p;
  let time = 0;
  let distance = 0;
  let top = Math.sqrt(Math.max(0, slowness[0]! * slowness[0]! - square));
  for (let i = 0; i < inverseExponent.length; i++) {
    const bottomP = slowness[i + 1]!;
    if (bottomP <= p) {
      // Here it turns. The angle of incidence there is a right one.
      time += top * inverseExponent[i]!;
      distance += (Math.PI / 2 - Math.atan2(p, top)) * inverseExponent[i]!;
      break;
    }
    const bottom = Math.sqrt(bottomP * bottomP - square);
    time += (top - bottom) * inverseExponent[i]!;
    // The difference of the angles atan(p / bottom) and atan(p / top), in one call.
    distance += Math.atan2(p * (top - bottom), square + top * bottom) * inverseExponent[i]!;
    top = bottom;
  }
  sum.time += count * time;
  sum.distance += count * distance;
}

/** The branch of the layers between two depths, with its tables for the sampled `rayParameters`. */
export function makeBranch(layers: SlownessLayer[], top: number, bottom: number, rayParameters: Float64Array): Branch {
  const inside = layers.filter(
    (layer) => layer.topDepth >= top && layer.bottomDepth <= bottom && layer.bottomDepth > layer.topDepth,
  );
  const slowness = Float64Array.from([...inside.map((layer) => layer.topP), inside[inside.length - 1]!.bottomP]);
  const branch: Branch = {
    top,
    bottom,
    maxP: slowness[0]!,
    minTurnP: Math.min(...slowness),
    time: new Float64Array(rayParameters.length),
    distance: new Float64Array(rayParameters.length),
    slowness,
    inverseExponent: Float64Array.from(inside, (layer) => 1 / layer.exponent),
  };
  for (let i = 0; i < rayParameters.length; i++) {
    const sum = { time: 0, distance: 0 };
    addPass(branch, rayParameters[i]!, 1, sum);
    branch.time[i] = sum.time;
    branch.distance[i] = sum.distance;
  }
  return branch;
}
