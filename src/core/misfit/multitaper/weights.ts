import type { MisfitParameters } from '@/core/config';
import type { Conventions } from '@/core/model';
import { taperWeights } from '@/core/signal';
import type { CorrelationMeasurement } from '../correlation';
import type { FrequencyBand } from './band';
import type { Deviation } from './deviation';

type CorrelationErrors = Pick<CorrelationMeasurement, 'sigmaDt' | 'sigmaDlna'>;

/**
 * Weights of the frequencies of a band: a taper over it, divided by twice its integral, so that the integral of
 * weight times dtau^2 is a misfit with its factor of one half; and by sigma^2. Errors of the correlation go before those
 * of the multitaper.
 * @param errors  of the multitaper; null where there are none
 * @returns  weights of dtau^2 and of dlnA^2, in s
 * @see Tape et al. 2010, appendix A
 */
export function bandWeights(
  band: FrequencyBand,
  measured: Deviation,
  errors: Deviation | null,
  { sigmaDt, sigmaDlna }: CorrelationErrors,
  parameters: MisfitParameters,
  conventions: Conventions,
): Deviation {
  const taper = bandTaper(band.omega.length, parameters.ipower_costaper, conventions);
  const norm = 2 * taper.reduce((a, b) => a + b, 0) * band.df;
  const weigh = (sigma: (k: number) => number) => taper.map((x, k) => x / norm / sigma(k) ** 2);
  if (parameters.use_cc_error) return { dtau: weigh(() => sigmaDt), dlna: weigh(() => sigmaDlna) };
  if (errors === null) return { dtau: weigh(() => 1), dlna: weigh(() => 1) };
  const dtau = raised(errors.dtau, measured.dtau, parameters.water_threshold);
  const dlna = raised(errors.dlna, measured.dlna, parameters.water_threshold);
  return { dtau: weigh((k) => dtau[k]), dlna: weigh((k) => dlna[k]) };
}

/** 1 - cos^p over the band. Pyadjoint takes the tenth power whatever `ipower_costaper` is. */
function bandTaper(bins: number, power: number, conventions: Conventions): Float64Array {
  if (conventions === 'pyatoa') return taperWeights(bins, 1, 'cos_p10');
  const angle = Math.PI / Math.max(1, bins - 1);
  return Float64Array.from({ length: bins }, (_, k) => 1 - Math.abs(Math.cos(k * angle)) ** power);
}

/** Errors below a water level relative to the mean size of what was measured are raised by it. */
function raised(errors: Float64Array, measured: Float64Array, waterThreshold: number): Float64Array {
  const level = (waterThreshold * measured.reduce((sum, x) => sum + Math.abs(x), 0)) / measured.length;
  return errors.map((error) => (error < level ? error + level : error));
}
