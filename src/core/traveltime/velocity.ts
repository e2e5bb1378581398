import ak135 from './models/ak135.json';
import iasp91 from './models/iasp91.json';
import prem from './models/prem.json';

/** The Earth models whose published layer tables are in `models/`, each with its citation. */
export type EarthModel = 'ak135' | 'iasp91' | 'prem';
export const EARTH_MODELS: readonly EarthModel[] = ['ak135', 'iasp91', 'prem'];

export type Wave = 'P' | 'S';

/** A shell in which both velocities (km/s) vary linearly with depth (km). `vs` is 0 in a fluid. */
export interface VelocityLayer {
  top: number;
  bottom: number;
  vp: [top: number, bottom: number];
  vs: [top: number, bottom: number];
}

/** A spherical Earth: radius and depths in km. */
export interface VelocityModel {
  radius: number;
  moho: number;
  cmb: number;
  iocb: number;
  layers: VelocityLayer[];
}

interface LayerTable {
  mohoKm: number;
  cmbKm: number;
  iocbKm: number;
  layers: number[][];
}

const tables: Record<EarthModel, LayerTable> = { ak135, iasp91, prem };

/** The layers of a published table: two rows of equal depth are a discontinuity, not a layer. */
export function velocityModel(name: EarthModel): VelocityModel {
  const table = tables[name];
  const layers: VelocityLayer[] = [];
  for (let i = 1; i < table.layers.length; i++) {
    const [top, vpTop, vsTop] = table.layers[i - 1] as [number, number, number];
    const [bottom, vpBottom, vsBottom] = table.layers[i] as [number, number, number];
    if (bottom > top) layers.push({ top, bottom, vp: [vpTop, vpBottom], vs: [vsTop, vsBottom] });
  }
  return {
    radius: layers[layers.length - 1]!.bottom,
    moho: table.mohoKm,
    cmb: table.cmbKm,
    iocb: table.iocbKm,
    layers,
  };
}

/** The two velocities that a wave has in a layer. In a fluid the S branch continues as a P wave, as in SKS. */
export function velocities(layer: VelocityLayer, wave: Wave): [number, number] {
  return wave === 'S' && layer.vs[0] > 0 ? layer.vs : layer.vp;
}

/** Depths at which either velocity jumps, with the surface and the centre: between them slowness is smooth. */
export function discontinuities(model: VelocityModel): number[] {
  const depths = [0];
  for (let i = 1; i < model.layers.length; i++) {
    const above = model.layers[i - 1]!;
    const below = model.layers[i]!;
    if (above.vp[1] !== below.vp[0] || above.vs[1] !== below.vs[0]) depths.push(below.top);
  }
  depths.push(model.radius);
  return depths;
}
