import { refineDistances } from './refine';
import { containsSlowness, depthOfSlowness, velocitySlowness, type SlownessLayer } from './slowness';
import type { VelocityModel, Wave } from './velocity';

/** Bounds of the sampling; TauP's published defaults. */
export const SAMPLING = {
  /** Smallest and largest step of ray parameter, s/rad. */
  minDeltaP: 0.1,
  maxDeltaP: 11,
  /** Largest step of turning depth, km. */
  maxDepthInterval: 115,
  /** Largest step of distance between neighbouring rays, rad. */
  maxRangeInterval: (2.5 * Math.PI) / 180,
  /** Largest error of a time interpolated linearly between neighbouring rays, s. */
  maxInterpolationError: 0.05,
};

/** The slowness samples of both waves. Each wave has all samples of the other that fall into its own range. */
export interface SlownessModel {
  velocity: VelocityModel;
  layers: Record<Wave, SlownessLayer[]>;
}

const WAVES: readonly Wave[] = ['S', 'P'];

/** Splits a layer at the slowness `p`, strictly inside it. */
function splitLayer(layer: SlownessLayer, wave: Wave, p: number, radius: number): [SlownessLayer, SlownessLayer] {
  const depth = layer.parent === null ? layer.topDepth : depthOfSlowness(radius, layer.parent, wave, p);
  return [
    { ...layer, bottomP: p, bottomDepth: depth },
    { ...layer, topP: p, topDepth: depth },
  ];
}

const isFluid = (layer: SlownessLayer) => layer.parent !== null && layer.parent.vs[0] === 0;

/** Adds the sample `p` wherever it falls inside a layer of one wave. The S wave has no rays at the bottom of the fluid. */
function insertInto(model: SlownessModel, wave: Wave, p: number, accept?: (layer: SlownessLayer) => boolean): void {
  const { radius, iocb } = model.velocity;
  const layers = model.layers[wave];
  for (let i = layers.length - 1; i >= 0; i--) {
    const layer = layers[i]!;
    if (!containsSlowness(layer, p) || (accept && !accept(layer))) continue;
    if (wave === 'S' && layer.parent === null && layer.topDepth === iocb) continue;
    layers.splice(i, 1, ...splitLayer(layer, wave, p, radius));
  }
}

/** Adds the sample `p` to both waves. */
export function insertSlowness(model: SlownessModel, p: number): void {
  for (const wave of WAVES) insertInto(model, wave, p);
}

function samples(layers: SlownessLayer[]): number[] {
  return [...new Set(layers.flatMap((layer) => [layer.topP, layer.bottomP]))];
}

/** One layer a velocity layer, then the slownesses of each wave's layers inserted into the other's. */
function coarseSampling(velocity: VelocityModel): SlownessModel {
  const layers = { P: velocitySlowness(velocity, 'P'), S: velocitySlowness(velocity, 'S') };
  const model: SlownessModel = { velocity, layers };
  for (const p of samples(layers.P)) insertInto(model, 'S', p, (layer) => !isFluid(layer));
  for (const p of samples(layers.S)) insertInto(model, 'P', p);
  layers.S = layers.S.filter((layer) => !isFluid(layer));
  layers.S.push(...layers.P.filter(isFluid));
  layers.S.sort((a, b) => a.topDepth - b.topDepth || a.bottomDepth - b.bottomDepth);
  return model;
}

function limitRayParameterSteps(model: SlownessModel): void {
  for (const wave of WAVES) {
    const added: number[] = [];
    for (const { topP, bottomP } of model.layers[wave]) {
      const step = topP - bottomP;
      const count = Math.ceil(Math.abs(step) / SAMPLING.maxDeltaP);
      for (let i = 1; i < count; i++) added.push(topP + (i * step) / count);
    }
    for (const p of added) insertSlowness(model, p);
  }
}

function limitDepthSteps(model: SlownessModel): void {
  for (const wave of WAVES) {
    const added: number[] = [];
    for (const { topDepth, bottomDepth, topP, bottomP } of model.layers[wave]) {
      const count = Math.ceil((bottomDepth - topDepth) / SAMPLING.maxDepthInterval);
      for (let i = 1; i < count; i++) added.push(topP + (i * (bottomP - topP)) / count);
    }
    for (const p of added) insertSlowness(model, p);
  }
}

/** The slowness sampling of a model. @see Crotwell et al. 1999, "Slowness sampling" */
export function sampleSlowness(velocity: VelocityModel): SlownessModel {
  const model = coarseSampling(velocity);
  limitRayParameterSteps(model);
  limitDepthSteps(model);
  refineDistances(model);
  return model;
}
