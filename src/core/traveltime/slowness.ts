import { velocities, type VelocityLayer, type VelocityModel, type Wave } from './velocity';

/**
 * A shell between two samples of spherical slowness u = r / v (s/rad). Within it velocity follows Bullen's law u = A
 * r^B, for which times and distances are closed forms. Of zero thickness at a discontinuity: there the samples are rays
 * reflected beyond the critical angle.
 */
export interface SlownessLayer {
  topP: number;
  topDepth: number;
  bottomP: number;
  bottomDepth: number;
  /** Bullen's B; 1 (uniform velocity) in the innermost shell and where thickness is zero. */
  exponent: number;
  /** The velocity layer it lies in; null at a discontinuity. */
  parent: VelocityLayer | null;
}

export interface TimeDistance {
  /** s */
  time: number;
  /** rad */
  distance: number;
}

function makeLayer(
  radius: number,
  [topP, topDepth]: [p: number, depth: number],
  [bottomP, bottomDepth]: [p: number, depth: number],
  parent: VelocityLayer | null,
): SlownessLayer {
  const uniform = bottomP === 0 || topDepth === bottomDepth;
  const exponent = uniform ? 1 : Math.log(topP / bottomP) / Math.log((radius - topDepth) / (radius - bottomDepth));
  return { topP, topDepth, bottomP, bottomDepth, exponent, parent };
}

/** The unsampled slowness layers of a wave: one a velocity layer and one a discontinuity. */
export function velocitySlowness(model: VelocityModel, wave: Wave): SlownessLayer[] {
  const { radius } = model;
  const layers: SlownessLayer[] = [];
  for (const parent of model.layers) {
    const [top, bottom] = velocities(parent, wave);
    const topP = (radius - parent.top) / top;
    const bottomP = (radius - parent.bottom) / bottom;
    const above = layers[layers.length - 1];
    if (above && above.bottomP !== topP) {
      layers.push(makeLayer(radius, [above.bottomP, parent.top], [topP, parent.top], null));
    }
    layers.push(makeLayer(radius, [topP, parent.top], [bottomP, parent.bottom], parent));
  }
  return layers;
}

/** Spherical slowness at a depth inside a velocity layer, in s/rad. */
export function slownessAt(radius: number, layer: VelocityLayer, wave: Wave, depth: number): number {
  const [top, bottom] = velocities(layer, wave);
  const velocity = top + ((depth - layer.top) * (bottom - top)) / (layer.bottom - layer.top);
  return (radius - depth) / velocity;
}

/** Depth in km where a layer of linear velocity has the spherical slowness `p`: solves (R - z) = p v(z). */
function depthOfSlowness(radius: number, layer: VelocityLayer, wave: Wave, p: number): number {
  const [top, bottom] = velocities(layer, wave);
  const gradient = (bottom - top) / (layer.bottom - layer.top);
  return (radius - p * (top - gradient * layer.top)) / (1 + p * gradient);
}

/** Whether a slowness lies strictly between those of a layer's top and bottom. */
export function containsSlowness(layer: SlownessLayer, p: number): boolean {
  return (layer.topP - p) * (p - layer.bottomP) > 0;
}

function splitAt(layer: SlownessLayer, p: number, depth: number, radius: number): [SlownessLayer, SlownessLayer] {
  const { topP, topDepth, bottomP, bottomDepth, parent } = layer;
  return [
    makeLayer(radius, [topP, topDepth], [p, depth], parent),
    makeLayer(radius, [p, depth], [bottomP, bottomDepth], parent),
  ];
}

/** Splits a layer at a slowness inside it, at the depth where the model's linear velocity has it: a new sample of
 *  the model. */
export function sampleLayer(
  layer: SlownessLayer,
  wave: Wave,
  p: number,
  radius: number,
): [SlownessLayer, SlownessLayer] {
  const depth = layer.parent === null ? layer.topDepth : depthOfSlowness(radius, layer.parent, wave, p);
  return splitAt(layer, p, depth, radius);
}

/** Splits a layer at a depth inside it by Bullen's law, which leaves all times as they are. */
export function splitAtDepth(layer: SlownessLayer, depth: number, radius: number): [SlownessLayer, SlownessLayer] {
  const p = layer.topP * Math.pow((radius - depth) / (radius - layer.topDepth), layer.exponent);
  return splitAt(layer, p, depth, radius);
}
