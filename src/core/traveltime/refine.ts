import { insertSlowness, SAMPLING, type SlownessModel } from './sampling';
import { passLayer, type SlownessLayer, type TimeDistance } from './slowness';
import type { Wave } from './velocity';

interface Ray extends TimeDistance {
  p: number;
}

function surfaceRay(layers: SlownessLayer[], last: number, p: number, radius: number): Ray {
  let time = 0;
  let distance = 0;
  for (let i = 0; i <= last; i++) {
    const pass = passLayer(layers[i]!, p, radius);
    time += 2 * pass.time;
    distance += 2 * pass.distance;
  }
  return { p, time, distance };
}

function refineWave(model: SlownessModel, wave: Wave): void {
  const layers = model.layers[wave];
  const radius = model.velocity.radius;
  let previous: Ray = { p: layers[0]!.topP, time: 0, distance: 0 };
  let beforePrevious = previous;
  let beforeLayer = 0;
  let lowest = Infinity;
  let justSplit = false;
  let i = 0;
  while (i < layers.length) {
    const layer = layers[i]!;
    lowest = Math.min(lowest, layer.topP);
    if (layer.bottomP >= lowest) {
      i++;
      continue;
    }
    const p = layer.bottomP;
    const current = surfaceRay(layers, i, p, radius);
    const step = Math.abs(previous.p - p);
    if (Math.abs(current.distance - previous.distance) > SAMPLING.maxRangeInterval && step > 2 * SAMPLING.minDeltaP) {
      insertSlowness(model, (previous.p + p) / 2);
      justSplit = true;
      continue;
    }
    if (!justSplit && step > 2 * SAMPLING.minDeltaP) {
      const split = surfaceRay(layers, i, (previous.p + p) / 2, radius);
      const slope = (split.time - previous.time) / (split.distance - previous.distance);
      const estimate = previous.time + slope * (current.distance - previous.distance);
      if (Math.abs(current.time - estimate) > SAMPLING.maxInterpolationError) {
        insertSlowness(model, (previous.p + p) / 2);
        if (beforePrevious.p !== previous.p) {
          insertSlowness(model, (previous.p + beforePrevious.p) / 2);
          i = beforeLayer;
          lowest = beforePrevious.p;
          previous = beforePrevious;
        }
        continue;
      }
    }
    justSplit = false;
    beforePrevious = previous;
    previous = current;
    beforeLayer = i;
    i++;
  }
}

export function refineDistances(model: SlownessModel): void {
  refineWave(model, 'S');
  refineWave(model, 'P');
}
