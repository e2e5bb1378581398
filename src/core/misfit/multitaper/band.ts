import type { MisfitParameters } from '@/core/config';
import { rfft } from '@/core/signal';
import type { MisfitContext } from '../types';

/** The frequencies of a multitaper measurement: bins low ... high - 1 of a transform of `size` samples. */
export interface FrequencyBand {
  size: number;
  low: number;
  high: number;
  /** Distance of two bins in Hz. */
  df: number;
  /** Angular frequency of each bin in rad/s, length high - low. */
  omega: Float64Array;
}

/** Above this many thresholds the search for the end of the band goes on. */
const REARM = 10;

/**
 * The band in which a trace can be measured: from the maximum of its spectrum outward to where it falls below
 * `water_threshold` of it, within [1/Tmax, 1/Tmin], and above `min_cycle_in_window` cycles in the trace.
 * @param synthetic  the whole trace, length n; what exceeds 2^lnpt samples does not count
 * @returns          null where the band is narrower than the tapers' half-bandwidth of mt_nw / (4 n delta)
 */
export function frequencyBand(
  synthetic: Float64Array,
  delta: number,
  parameters: MisfitParameters,
  context: MisfitContext,
): FrequencyBand | null {
  const size = 2 ** parameters.lnpt;
  const df = 1 / (delta * size);
  const duration = synthetic.length * delta;
  const spectral = spectralLimits(amplitudes(synthetic, size), parameters.water_threshold);
  const low = Math.max(
    spectral.low,
    Math.trunc(1 / (context.maxPeriod * df)),
    Math.trunc(parameters.min_cycle_in_window / duration / df) - 1,
  );
  const high = Math.min(spectral.high, Math.trunc(1 / (context.minPeriod * df)));
  if ((high - low) * df < parameters.mt_nw / (4 * duration) || high <= low) return null;
  const omega = Float64Array.from({ length: high - low }, (_, k) => 2 * Math.PI * ((low + k) / (size * delta)));
  return { size, low, high, df, omega };
}

/** Modulus of the Fourier transform at the frequencies below that of Nyquist. */
function amplitudes(x: Float64Array, size: number): Float64Array {
  const { re, im } = rfft(x, size);
  const out = new Float64Array(size / 2);
  for (let k = 0; k < out.length; k++) out[k] = Math.sqrt(re[k] * re[k] + im[k] * im[k]);
  return out;
}

function spectralLimits(amplitude: Float64Array, waterThreshold: number): { low: number; high: number } {
  const last = amplitude.length - 1;
  let peak = 0;
  for (let k = 1; k <= last; k++) if (amplitude[k] > amplitude[peak]) peak = k;
  const threshold = waterThreshold * amplitude[peak];
  return { low: limit(amplitude, threshold, peak, -1, 0), high: limit(amplitude, threshold, peak, 1, last) };
}

/**
 * Where the spectrum falls below the threshold on the way from its maximum to `end`. A thermostat: where it climbs above
 * ten thresholds again, the search is taken up again from there.
 */
function limit(amplitude: Float64Array, threshold: number, peak: number, step: 1 | -1, end: number): number {
  let searching = true;
  let found = end;
  for (let k = peak; k !== end + step; k += step) {
    if (searching && amplitude[k] < threshold) {
      searching = false;
      found = k;
    } else if (!searching && amplitude[k] > REARM * threshold) {
      searching = true;
      found = k;
    }
  }
  return found;
}
