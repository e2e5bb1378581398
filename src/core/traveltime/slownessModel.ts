import { containsSlowness, sampleLayer, velocitySlowness, type SlownessLayer } from './slowness';
import type { VelocityModel, Wave } from './velocity';

/** The slowness samples of both waves. Each wave has all samples of the other that fall into its own range. */
export interface SlownessModel {
  velocity: VelocityModel;
  layers: Record<Wave, SlownessLayer[]>;
}

const WAVES: readonly Wave[] = ['S', 'P'];

const isFluid = (layer: SlownessLayer) => layer.parent !== null && layer.parent.vs[0] === 0;

/** Adds the sample `p` to the layers of one wave that have it inside. */
function insertInto(model: SlownessModel, wave: Wave, p: number, solidOnly: boolean): void {
  const { radius, iocb } = model.velocity;
  const layers = model.layers[wave];
  for (let i = layers.length - 1; i >= 0; i--) {
    const layer = layers[i]!;
    if (!containsSlowness(layer, p) || (solidOnly && isFluid(layer))) continue;
    // No S wave meets the inner core from the fluid above it: the jump there has no rays to sample.
    if (wave === 'S' && layer.parent === null && layer.topDepth === iocb) continue;
    layers.splice(i, 1, ...sampleLayer(layer, wave, p, radius));
  }
}

/** Adds the sample `p` to both waves, wherever it falls inside a layer. */
export function insertSlowness(model: SlownessModel, p: number): void {
  for (const wave of WAVES) insertInto(model, wave, p, false);
}

function samples(layers: SlownessLayer[]): number[] {
  return [...new Set(layers.flatMap((layer) => [layer.topP, layer.bottomP]))];
}

/** One layer a velocity layer, with the slownesses of each wave's layers inserted into the other's. */
export function coarseModel(velocity: VelocityModel): SlownessModel {
  const layers = { P: velocitySlowness(velocity, 'P'), S: velocitySlowness(velocity, 'S') };
  const model: SlownessModel = { velocity, layers };
  for (const p of samples(layers.P)) insertInto(model, 'S', p, true);
  for (const p of samples(layers.S)) insertInto(model, 'P', p, false);
  // In the fluid both waves are the same P wave.
  const core = layers.S.findIndex(isFluid);
  layers.S.splice(core, layers.S.filter(isFluid).length, ...layers.P.filter(isFluid));
  return model;
}
