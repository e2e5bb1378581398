import { arrivalsOf, phaseTable, type Arrival, type PhaseTable } from './arrivals';
import { modelAtDepth, surfaceModel, type TauModel } from './tau-model';
import type { EarthModel } from './velocity';

export type { Arrival } from './arrivals';
export { PhaseNameError } from './phase-name';
export { EARTH_MODELS, type EarthModel } from './velocity';

/** The phases usually looked for. */
export const DEFAULT_PHASES: readonly string[] =
  `p s P S Pn Sn Pdiff Sdiff PcP PcS ScP ScS PKP PKS SKP SKS PKiKP SKiKP PKIKP PKIKS SKIKP SKIKS PKKP PKKS SKKP SKKS
  PKIKKIKP PKIKKIKS SKIKKIKP SKIKKIKS PP PS SP SS PKPPKP SKSSKS PKIKPPKIKP SKIKSSKIKS pP pS sP sS pPdiff pSdiff sPdiff sSdiff
  pPKP sPKP pPKiKP sPKiKP pPKIKP sPKIKP pSKS sSKS pSKIKS sSKIKS`.split(/\s+/);

interface SourceModel {
  model: TauModel;
  tables: Map<string, PhaseTable | null>;
}

const surfaces = new Map<EarthModel, TauModel>();
/** Models by Earth model and source depth, in order of use. */
const sources = new Map<string, SourceModel>();
const SOURCES_KEPT = 32;

function surfaceOf(name: EarthModel): TauModel {
  let surface = surfaces.get(name);
  if (!surface) surfaces.set(name, (surface = surfaceModel(name)));
  return surface;
}

function sourceModel(name: EarthModel, depthKm: number): SourceModel {
  const key = `${name} ${depthKm}`;
  const source = sources.get(key) ?? { model: modelAtDepth(surfaceOf(name), depthKm), tables: new Map() };
  sources.delete(key);
  sources.set(key, source);
  if (sources.size > SOURCES_KEPT) sources.delete(sources.keys().next().value!);
  return source;
}

/**
 * Arrivals at a receiver on the surface, by time.
 * @param depthKm     source depth, 0 to 700 km
 * @param distanceDeg epicentral distance, 0 to 180 degrees
 * @param phases      phase names, each given once; all the usual ones if left out
 */
export function arrivals(
  model: EarthModel,
  depthKm: number,
  distanceDeg: number,
  phases: readonly string[] = DEFAULT_PHASES,
): Arrival[] {
  const source = sourceModel(model, depthKm);
  const found: Arrival[] = [];
  for (const name of phases) {
    let table = source.tables.get(name);
    if (table === undefined) source.tables.set(name, (table = phaseTable(name, source.model)));
    if (table) found.push(...arrivalsOf(table, source.model, distanceDeg));
  }
  return found.sort((a, b) => a.time - b.time);
}
