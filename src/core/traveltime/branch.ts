import { splitAtDepth, type SlownessLayer, type TimeDistance } from './slowness';

/**
 * The part of the Earth between two neighbouring discontinuities (or the source depth), for one wave. Its tables hold
 * one pass of each sampled ray: through it, or down to the turning point in it, or nothing where the ray does not get
 * there.
 * @see Buland & Chapman 1983; Crotwell et al. 1999
 */
export interface Branch {
  /** Depths in km. */
  top: number;
  bottom: number;
  /** Slowness at its top: rays of larger parameter do not enter it. */
  maxP: number;
  /** Least slowness in it: rays of larger parameter turn in it. */
  minTurnP: number;
  /** s and rad per sampled ray parameter. */
  time: Float64Array;
  distance: Float64Array;
  /** Those of its layers that have a thickness. */
  layers: SlownessLayer[];
  /** Slowness at the tops of its layers and at the bottom of the last: one longer than `inverseExponent`. */
  slowness: Float64Array;
  /** 1 / B of Bullen's law per layer. */
  inverseExponent: Float64Array;
}

/**
 * Adds `count` passes through a branch of the ray of any parameter `p` to `sum`.
 * @see Bullen & Bolt 1985, ch. 7, for the integrals in a layer u = A r^B
 */
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
      // Here it turns, and the angle of incidence is a right one.
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

/** The branch made of `layers`, which follow each other, with its tables for the sampled `rayParameters`. */
export function makeBranch(layers: SlownessLayer[], rayParameters: Float64Array): Branch {
  const last = layers[layers.length - 1]!;
  const slowness = Float64Array.from([...layers.map((layer) => layer.topP), last.bottomP]);
  const branch: Branch = {
    top: layers[0]!.topDepth,
    bottom: last.bottomDepth,
    maxP: slowness[0]!,
    minTurnP: Math.min(...slowness),
    time: new Float64Array(rayParameters.length),
    distance: new Float64Array(rayParameters.length),
    layers,
    slowness,
    inverseExponent: Float64Array.from(layers, (layer) => 1 / layer.exponent),
  };
  for (let i = 0; i < rayParameters.length; i++) tabulate(branch, i, rayParameters[i]!);
  return branch;
}

function tabulate(branch: Branch, i: number, p: number): void {
  const sum = { time: 0, distance: 0 };
  addPass(branch, p, 1, sum);
  branch.time[i] = sum.time;
  branch.distance[i] = sum.distance;
}

/** The same branch with tables for `rayParameters`, which are its present ones, `before`, and a few more. */
export function extendBranch(branch: Branch, before: Float64Array, rayParameters: Float64Array): Branch {
  const size = rayParameters.length;
  const extended = { ...branch, time: new Float64Array(size), distance: new Float64Array(size) };
  for (let i = 0, j = 0; i < size; i++) {
    if (rayParameters[i] === before[j]) {
      extended.time[i] = branch.time[j]!;
      extended.distance[i] = branch.distance[j]!;
      j++;
    } else {
      tabulate(extended, i, rayParameters[i]!);
    }
  }
  return extended;
}

/** The layers of a branch above and below a depth inside it. */
export function splitLayers(branch: Branch, depth: number, radius: number): [SlownessLayer[], SlownessLayer[]] {
  const layers = branch.layers.flatMap((layer) =>
    layer.topDepth < depth && depth < layer.bottomDepth ? splitAtDepth(layer, depth, radius) : [layer],
  );
  const below = layers.findIndex((layer) => layer.topDepth >= depth);
  return [layers.slice(0, below), layers.slice(below)];
}
