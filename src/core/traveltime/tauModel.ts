import { extendBranch, makeBranch, splitLayers, type Branch } from './branch';
import { sampleSlowness } from './sampling';
import { discontinuities, velocityModel, type EarthModel, type VelocityModel, type Wave } from './velocity';

/** The branches of both waves for a source at some depth, which is the top of branch `source`. */
export interface TauModel {
  velocity: VelocityModel;
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
  // The S samples hold those of P that any ray needs, since S is everywhere the slower wave.
  const rayParameters = falling(layers.S.flatMap((layer) => [layer.topP, layer.bottomP]));
  const depths = discontinuities(velocity);
  const branchesOf = (wave: Wave) => {
    const thick = layers[wave].filter((layer) => layer.bottomDepth > layer.topDepth);
    return depths.slice(0, -1).map((top, i) => {
      const inside = thick.filter((layer) => layer.topDepth >= top && layer.bottomDepth <= depths[i + 1]!);
      return makeBranch(inside, rayParameters);
    });
  };
  return withSource(velocity, rayParameters, { P: branchesOf('P'), S: branchesOf('S') }, 0);
}

/**
 * The same Earth with the source at `depth` km. The branches that it lies in are split there, by Bullen's law, and both
 * waves' slownesses at the source become samples.
 */
export function modelAtDepth(surface: TauModel, depth: number): TauModel {
  const { velocity, depths } = surface;
  if (depths.includes(depth)) return withSource(velocity, surface.rayParameters, surface.branches, depth);
  const at = depths.findIndex((top) => top > depth) - 1;
  const split = {
    P: splitLayers(surface.branches.P[at]!, depth, velocity.radius),
    S: splitLayers(surface.branches.S[at]!, depth, velocity.radius),
  };
  const rayParameters = falling([...surface.rayParameters, split.P[1][0]!.topP, split.S[1][0]!.topP]);
  const branchesOf = (wave: Wave) =>
    surface.branches[wave].flatMap((branch, b) =>
      b === at
        ? split[wave].map((layers) => makeBranch(layers, rayParameters))
        : [extendBranch(branch, surface.rayParameters, rayParameters)],
    );
  return withSource(velocity, rayParameters, { P: branchesOf('P'), S: branchesOf('S') }, depth);
}

/** The numbers in falling order, each once. */
function falling(numbers: number[]): Float64Array {
  return Float64Array.from(new Set(numbers)).sort().reverse();
}

function withSource(
  velocity: VelocityModel,
  rayParameters: Float64Array,
  branches: Record<Wave, Branch[]>,
  sourceDepth: number,
): TauModel {
  const depths = [...branches.P.map((branch) => branch.top), velocity.radius];
  return {
    velocity,
    depths,
    rayParameters,
    branches,
    sourceDepth,
    source: depths.indexOf(sourceDepth),
    moho: depths.indexOf(velocity.moho),
    cmb: depths.indexOf(velocity.cmb),
    iocb: depths.indexOf(velocity.iocb),
  };
}
