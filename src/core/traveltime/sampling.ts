import { refineDistances } from './refine';
import { coarseModel, insertSlowness, type SlownessModel } from './slownessModel';
import type { VelocityModel } from './velocity';

/** Largest step between samples: of ray parameter in s/rad, of turning depth in km. */
const MAX_DELTA_P = 11;
const MAX_DEPTH_INTERVAL = 115;

/**
 * The slowness sampling of a model, dense enough that times between neighbouring rays are nearly linear in distance.
 * Its steps and bounds are those of the TauP Toolkit, so that its tables are the same.
 * @see Crotwell, Owens & Ritsema 1999, "Slowness sampling"
 */
export function sampleSlowness(velocity: VelocityModel): SlownessModel {
  const model = coarseModel(velocity);
  limitRayParameterSteps(model);
  limitDepthSteps(model);
  refineDistances(model);
  return model;
}

/**
 * Adds samples where a layer spans more than the largest step. They are laid off from the layer's top in the direction
 * opposite to the layer, as the reference's tables have it: samples of the layers above, mostly. Distances are refined
 * in any case.
 */
function limitRayParameterSteps(model: SlownessModel): void {
  for (const wave of ['S', 'P'] as const) {
    const added: number[] = [];
    for (const { topP, bottomP } of model.layers[wave]) {
      const step = topP - bottomP;
      const count = Math.ceil(Math.abs(step) / MAX_DELTA_P);
      for (let i = 1; i < count; i++) added.push(topP + (i * step) / count);
    }
    for (const p of added) insertSlowness(model, p);
  }
}

function limitDepthSteps(model: SlownessModel): void {
  for (const wave of ['S', 'P'] as const) {
    const added: number[] = [];
    for (const { topDepth, bottomDepth, topP, bottomP } of model.layers[wave]) {
      const count = Math.ceil((bottomDepth - topDepth) / MAX_DEPTH_INTERVAL);
      for (let i = 1; i < count; i++) added.push(topP + (i * (bottomP - topP)) / count);
    }
    for (const p of added) insertSlowness(model, p);
  }
}
