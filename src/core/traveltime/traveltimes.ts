import { arrivalsOf, type Arrival } from './arrivals';
import { phaseTable, type PhaseTable } from './table';
import { modelAtDepth, surfaceModel, type TauModel } from './tauModel';
import type { EarthModel } from './velocity';

/** A source depth or distance that travel times are not defined for here. */
export class TravelTimeError extends Error {
  override name = 'TravelTimeError';
}

/** The phases usually looked for: those that ObsPy calls "ttall". */
export const DEFAULT_PHASES: readonly string[] = `
  P PKIKKIKP PKIKKIKS PKIKP PKIKPPKIKP PKIKS PKKP PKKS PKP PKPPKP PKS PKiKP PP PS PcP PcS Pdiff Pn
  S SKIKKIKP SKIKKIKS SKIKP SKIKS SKIKSSKIKS SKKP SKKS SKP SKS SKSSKS SKiKP SP SS ScP ScS Sdiff Sn
  p pP pPKIKP pPKP pPKiKP pPdiff pS pSKIKS pSKS pSdiff s sP sPKIKP sPKP sPKiKP sPdiff sS sSKIKS sSKS sSdiff`
  .trim()
  .split(/\s+/);

/** Source depths beyond this are refused, km: the deepest earthquakes are at about 700. */
const MAX_DEPTH = 800;
const MODELS_KEPT = 32;

interface SourceModel {
  model: TauModel;
  tables: Map<string, PhaseTable | null>;
}

const surfaceModels = new Map<EarthModel, TauModel>();
/** Models of a source depth, with the phases asked for so far; the least recently used is first. */
const sourceModels = new Map<string, SourceModel>();

function surfaceOf(name: EarthModel): TauModel {
  let surface = surfaceModels.get(name);
  if (!surface) surfaceModels.set(name, (surface = surfaceModel(name)));
  return surface;
}

function sourceModel(name: EarthModel, depthKm: number): SourceModel {
  const key = `${name} ${depthKm}`;
  const source = sourceModels.get(key) ?? { model: modelAtDepth(surfaceOf(name), depthKm), tables: new Map() };
  sourceModels.delete(key);
  sourceModels.set(key, source);
  if (sourceModels.size > MODELS_KEPT) sourceModels.delete(sourceModels.keys().next().value!);
  return source;
}

/**
 * Arrivals at a receiver on the surface, sorted by time; of equal times in the order of `phases`. Tables are kept for
 * the last source depths, so that many distances of one event are fast.
 * @param model       Earth model
 * @param depthKm     source depth, 0 to 800 km
 * @param distanceDeg epicentral distance, 0 to 180 degrees
 * @param phases      phase names; the usual ones if left out
 * @throws TravelTimeError for a depth or distance out of range, PhaseNameError for an unknown phase
 * @see Buland & Chapman 1983; Crotwell, Owens & Ritsema 1999, The TauP Toolkit
 */
export function arrivals(
  model: EarthModel,
  depthKm: number,
  distanceDeg: number,
  phases: readonly string[] = DEFAULT_PHASES,
): Arrival[] {
  if (!(depthKm >= 0 && depthKm <= MAX_DEPTH)) {
    throw new TravelTimeError(`a source depth of ${depthKm} km is not within 0 to ${MAX_DEPTH} km`);
  }
  if (!(distanceDeg >= 0 && distanceDeg <= 180)) {
    throw new TravelTimeError(`a distance of ${distanceDeg} degrees is not within 0 to 180 degrees`);
  }
  const source = sourceModel(model, depthKm);
  const found: Arrival[] = [];
  for (const name of new Set(phases)) {
    let table = source.tables.get(name);
    if (table === undefined) source.tables.set(name, (table = phaseTable(name, source.model)));
    if (table) found.push(...arrivalsOf(table, source.model, distanceDeg));
  }
  return found.sort((a, b) => a.time - b.time);
}
