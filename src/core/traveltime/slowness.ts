import { velocities, type VelocityLayer, type VelocityModel, type Wave } from './velocity';

/**
 * A shell between two samples of spherical slowness u = r / v (s/rad), within one velocity layer. Of zero thickness at a
 * discontinuity: there the samples are rays reflected beyond the critical angle.
 */
export interface SlownessLayer {
  topP: number;
  topDepth: number;
  bottomP: number;
  bottomDepth: number;
  /** The velocity layer it lies in; null at a discontinuity. */
  parent: VelocityLayer | null;
}

export interface TimeDistance {
  /** s */
  time: number;
  /** rad */
  distance: number;
}

/** Spherical slowness at a depth inside a velocity layer, in s/rad. */
export function slownessAt(radius: number, layer: VelocityLayer, wave: Wave, depth: number): number {
  const [top, bottom] = velocities(layer, wave);
  const velocity = top + ((depth - layer.top) * (bottom - top)) / (layer.bottom - layer.top);
  return (radius - depth) / velocity;
}

/** Depth in km where a layer of linear velocity has the spherical slowness `p`: solves (R - z) = p v(z). */
export function depthOfSlowness(radius: number, layer: VelocityLayer, wave: Wave, p: number): number {
  const [top, bottom] = velocities(layer, wave);
  const gradient = (bottom - top) / (layer.bottom - layer.top);
  return (radius - p * (top - gradient * layer.top)) / (1 + p * gradient);
}

/** Exponent B of Bullen's law u = A r^B through a layer's two samples; the innermost shell is uniform. */
export function bullenExponent(layer: SlownessLayer, radius: number): number {
  if (layer.bottomP === 0) return 1;
  return Math.log(layer.topP / layer.bottomP) / Math.log((radius - layer.topDepth) / (radius - layer.bottomDepth));
}

/** Splits a layer of some thickness at a depth strictly inside it, by Bullen's law. */
export function splitAtDepth(layer: SlownessLayer, depth: number, radius: number): [SlownessLayer, SlownessLayer] {
  const ratio = (radius - depth) / (radius - layer.topDepth);
  const p = layer.topP * Math.pow(ratio, bullenExponent(layer, radius));
  return [
    { ...layer, bottomP: p, bottomDepth: depth },
    { ...layer, topP: p, topDepth: depth },
  ];
}

/** Splits a layer at a slowness strictly inside it, by Bullen's law. */
export function splitAtSlowness(layer: SlownessLayer, p: number, radius: number): [SlownessLayer, SlownessLayer] {
  const { topP, topDepth, bottomDepth } = layer;
  const thick = bottomDepth > topDepth;
  const depth = thick ? radius - (radius - topDepth) * Math.pow(p / topP, 1 / bullenExponent(layer, radius)) : topDepth;
  return [
    { ...layer, bottomP: p, bottomDepth: depth },
    { ...layer, topP: p, topDepth: depth },
  ];
}

/** Whether a slowness lies strictly between those of a layer's top and bottom. */
export function containsSlowness(layer: SlownessLayer, p: number): boolean {
  return (layer.topP - p) * (p - layer.bottomP) > 0;
}

/**
 * Time and distance of a ray of parameter `p` on one pass through a slowness layer, or from its top to the turning point in it. The
 * velocity within is taken as Bullen's law, for which both integrals are closed forms.
 * @see Bullen & Bolt 1985, ch. 7; Crotwell et al. 1999
 */
export function passLayer(layer: SlownessLayer, p: number, radius: number): TimeDistance {
  const { topP, bottomP, topDepth, bottomDepth } = layer;
  if (topDepth === bottomDepth) return { time: 0, distance: 0 };
  const top = Math.sqrt(Math.max(0, topP * topP - p * p));
  const bottom = p < bottomP ? Math.sqrt(bottomP * bottomP - p * p) : 0;
  // At the turning point the angle is a right one, also for the ray through the centre, where p = 0.
  const angle = bottom === 0 ? Math.PI / 2 : Math.atan2(p, bottom);
  const exponent = bullenExponent(layer, radius);
  return { time: (top - bottom) / exponent, distance: (angle - Math.atan2(p, top)) / exponent };
}

/** The unsampled slowness layers of a wave: one a velocity layer and one a discontinuity. */
export function velocitySlowness(model: VelocityModel, wave: Wave): SlownessLayer[] {
  const layers: SlownessLayer[] = [];
  for (const parent of model.layers) {
    const [top, bottom] = velocities(parent, wave);
    const topP = (model.radius - parent.top) / top;
    const bottomP = (model.radius - parent.bottom) / bottom;
    const above = layers[layers.length - 1];
    if (above && above.bottomP !== topP) {
      const depth = parent.top;
      layers.push({ topP: above.bottomP, topDepth: depth, bottomP: topP, bottomDepth: depth, parent: null });
    }
    layers.push({ topP, topDepth: parent.top, bottomP, bottomDepth: parent.bottom, parent });
  }
  return layers;
}
