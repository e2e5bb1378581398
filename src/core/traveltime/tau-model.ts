import { makeBranch, type Branch } from './branch';
import { sampleSlowness } from './sampling';
import { containsSlowness, splitAtDepth, splitAtSlowness, type SlownessLayer } from './slowness';
import { discontinuities, velocityModel, type EarthModel, type VelocityModel, type Wave } from './velocity';

/** The branches of both waves for a source at some depth, which is the top of branch `source`. */
export interface TauModel {
  velocity: VelocityModel;
  layers: Record<Wave, SlownessLayer[]>;
  /** Tops of the branches and the centre, km. */
  depths: number[];
  /** Sampled ray parameters, falling, s/rad. */
  rayParameters: Float64Array;
  branches: Record<Wave, Branch[]>;
  sourceDepth: number;
  /** Branches whose tops are the source, the Moho, the core-mantle and the inner core boundary. */
  source: number;
  moho: number;
  cmb: number;
  iocb: number;
}

/** An Earth model with the source at the surface; builds its slowness sampling. */
export function surfaceModel(name: EarthModel): TauModel {
  const velocity = velocityModel(name);
  const { layers } = sampleSlowness(velocity);
  return assemble(velocity, layers, discontinuities(velocity), 0);
}

/** The same Earth with the source at `depth` km: the branch it lies in is split there, and both waves get its slownesses as samples. */
export function modelAtDepth(surface: TauModel, depth: number): TauModel {
  if (surface.depths.includes(depth)) return { ...surface, sourceDepth: depth, source: surface.depths.indexOf(depth) };
  const { radius } = surface.velocity;
  const layers = { P: surface.layers.P.slice(), S: surface.layers.S.slice() };
  const waves: Wave[] = ['P', 'S'];
  const added: number[] = [];
  for (const wave of waves) {
    const at = layers[wave].findIndex((layer) => layer.topDepth < depth && depth < layer.bottomDepth);
    if (at < 0) continue;
    const halves = splitAtDepth(layers[wave][at]!, depth, radius);
    layers[wave].splice(at, 1, ...halves);
    added.push(halves[0].bottomP);
  }
  for (const wave of waves) {
    for (const p of added) {
      layers[wave] = layers[wave].flatMap((layer) =>
        containsSlowness(layer, p) ? splitAtSlowness(layer, p, radius) : [layer],
      );
    }
  }
  const depths = [...surface.depths, depth].sort((a, b) => a - b);
  return assemble(surface.velocity, layers, depths, depth);
}

function assemble(
  velocity: VelocityModel,
  layers: Record<Wave, SlownessLayer[]>,
  depths: number[],
  sourceDepth: number,
): TauModel {
  // The S samples hold those of P too, since S is everywhere the slower wave.
  const sampled = new Set(layers.S.flatMap((layer) => [layer.topP, layer.bottomP]));
  const rayParameters = Float64Array.from(sampled).sort().reverse();
  const branchesOf = (wave: Wave) =>
    depths.slice(0, -1).map((top, i) => makeBranch(layers[wave], top, depths[i + 1]!, rayParameters));
  return {
    velocity,
    layers,
    depths,
    rayParameters,
    branches: { P: branchesOf('P'), S: branchesOf('S') },
    sourceDepth,
    source: depths.indexOf(sourceDepth),
    moho: depths.indexOf(velocity.moho),
    cmb: depths.indexOf(velocity.cmb),
    iocb: depths.indexOf(velocity.iocb),
  };
}
