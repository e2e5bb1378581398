import { bandName, type PeriodBand } from '@/core/model';
import type { Parameters } from './schema';

/** The period bands that a pair is measured in, one at least, in their order. */
export function periodBands({ min_period, max_period, preprocess }: BandParameters): PeriodBand[] {
  const { period_bands } = preprocess;
  if (period_bands === null) return [{ minPeriod: min_period, maxPeriod: max_period }];
  return period_bands.map(([minPeriod, maxPeriod]) => ({ minPeriod, maxPeriod }));
}

type BandParameters = Pick<Parameters, 'min_period' | 'max_period'> & {
  preprocess: Pick<Parameters['preprocess'], 'period_bands'>;
};

/** The band whose traces are preprocessed twice, as Pyatoa does (docs/conventions.md); null where there is none. */
export function bandPreprocessedTwice({ conventions, preprocess, ...rest }: Parameters): PeriodBand | null {
  if (conventions !== 'pyatoa' || preprocess.period_bands === null) return null;
  return periodBands({ ...rest, preprocess })[0] ?? null;
}

/** What the reference's way with bands does to all pairs alike, and what to do about it; null where it does nothing.
 *  It is told once for a project, not with each pair. */
export function bandCaution(parameters: Parameters): { message: string; advice: string } | null {
  const band = bandPreprocessedTwice(parameters);
  if (band === null || !parameters.executive.steps.includes('preprocess')) return null;
  const { min_period: minPeriod, max_period: maxPeriod, preprocess } = parameters;
  const twice = preprocess.remove_response
    ? 'preprocessed twice, its response removed twice too'
    : 'preprocessed twice';
  return {
    message:
      `The traces of the first period band, ${bandName(band)}, are ${twice}, and every band is measured ` +
      `with the periods ${bandName({ minPeriod, maxPeriod })}, as Pyatoa does`,
    advice: 'Set conventions: corrected to preprocess each band once and measure it with its own periods.',
  };
}
