import type { SlownessLayer, TimeDistance } from './slowness';
import { insertSlowness, type SlownessModel } from './slownessModel';
import type { Wave } from './velocity';

/** Rays nearer than this are not split, s/rad. */
const MIN_SPLIT = 0.2;
/** Largest step of distance between neighbouring rays, rad. */
const MAX_RANGE_INTERVAL = (2.5 * Math.PI) / 180;
/** Largest error of a time extrapolated linearly from the middle of an interval to its end, s. */
const MAX_INTERPOLATION_ERROR = 0.05;

interface Ray extends TimeDistance {
  p: number;
}

/** The ray of parameter `p` from the surface and back that turns in layer `last` or above, or is reflected under it. */
function surfaceRay(layers: SlownessLayer[], last: number, p: number): Ray {
  let time = 0;
  let distance = 0;
  for (let i = 0; i <= last; i++) {
    const { topP, bottomP, topDepth, bottomDepth, exponent } = layers[i]!;
    if (topDepth === bottomDepth) continue;
    const top = Math.sqrt(Math.max(0, topP * topP - p * p));
    const bottom = p < bottomP ? Math.sqrt(bottomP * bottomP - p * p) : 0;
    // At the turning point the angle is a right one, also for the ray through the centre, where p = 0.
    const angle = bottom === 0 ? Math.PI / 2 : Math.atan2(p, bottom);
    time += (2 * (top - bottom)) / exponent;
    distance += (2 * (angle - Math.atan2(p, top))) / exponent;
  }
  return { p, time, distance };
}

/** Whether the line from the ray `a` through the ray `middle` misses the time of the ray `b`. */
function isCurved(a: Ray, middle: Ray, b: Ray): boolean {
  const slope = (middle.time - a.time) / (middle.distance - a.distance);
  return Math.abs(b.time - a.time - slope * (b.distance - a.distance)) > MAX_INTERPOLATION_ERROR;
}

/**
 * Goes down through a wave's sampled rays and adds samples in the middle of intervals too wide in distance, and of
 * those where time is not linear in distance; then in the neighbouring interval too, which is the one below where the
 * interval has just been halved, else the one above, gone through again.
 */
function refineWave(model: SlownessModel, wave: Wave): void {
  const layers = model.layers[wave];
  // Below lies slower ground, which no ray turns in.
  const trapTop = wave === 'P' ? model.velocity.cmb : model.velocity.iocb;
  let previous: Ray = { p: layers[0]!.topP, time: 0, distance: 0 };
  let beforePrevious = previous;
  let beforeLayer = 0;
  let halved = false;
  let lowest = Infinity;
  for (let i = 0; i < layers.length;) {
    const layer = layers[i]!;
    const p = layer.bottomP;
    lowest = Math.min(lowest, layer.topP);
    if (p >= lowest) {
      i++;
      continue;
    }
    const ray = surfaceRay(layers, i, p);
    const middle = (previous.p + p) / 2;
    const splittable = previous.p - p > MIN_SPLIT && layer.bottomDepth !== trapTop;
    if (splittable && Math.abs(ray.distance - previous.distance) > MAX_RANGE_INTERVAL) {
      insertSlowness(model, middle);
      halved = true;
      continue;
    }
    if (splittable && isCurved(previous, surfaceRay(layers, i, middle), ray)) {
      const below = layers[i + 1];
      insertSlowness(model, middle);
      if (halved && below) {
        insertSlowness(model, (below.topP + below.bottomP) / 2);
      } else if (beforePrevious.p !== previous.p) {
        insertSlowness(model, (beforePrevious.p + previous.p) / 2);
        i = beforeLayer;
        previous = beforePrevious;
        lowest = previous.p;
      }
      halved = false;
      continue;
    }
    beforePrevious = previous;
    previous = ray;
    beforeLayer = i;
    halved = false;
    i++;
  }
}

/** Refines the samples of both waves until times between them are nearly linear in distance. */
export function refineDistances(model: SlownessModel): void {
  refineWave(model, 'S');
  refineWave(model, 'P');
}
