import { amplitudeAndPower, type NoiseAndSignal } from './noise';
import type { WindowInput } from './types';

export interface DataQuality {
  good: boolean;
  /** Why not, or why it could not be told. */
  reason: string | null;
}

/**
 * Quality of a whole observed trace: mean power and largest amplitude of signal over noise, against
 * snr_integrate_base and snr_max_base. All-zero noise is good; where noise or signal have no samples nothing can be
 * told, and the trace passes with a warning.
 * @see Maggi et al. 2009, section 2.1
 */
export function checkDataQuality(input: WindowInput, bounds: NoiseAndSignal): DataQuality {
  const { data } = input.observed;
  const { noiseStart, noiseEnd, signalStart, signalEnd } = bounds;
  if (noiseEnd === null || signalStart === null) {
    return unknown('there is neither noise_end_index nor an arrival time');
  }
  if (data.subarray(noiseStart, noiseEnd).length === 0) return unknown('there are no samples of noise');
  if (data.subarray(signalStart, signalEnd).length === 0) return unknown('there are no samples of signal');
  const noise = amplitudeAndPower(data, noiseStart, noiseEnd);
  const signal = amplitudeAndPower(data, signalStart, signalEnd);
  if (noise.peak === 0) return { good: true, reason: null };
  const { snr_integrate_base, snr_max_base } = input.parameters;
  const power = signal.power / noise.power;
  const peak = signal.peak / noise.peak;
  if (power < snr_integrate_base) return poor('integrated', power, snr_integrate_base);
  if (peak < snr_max_base) return poor('peak', peak, snr_max_base);
  return { good: true, reason: null };
}

function unknown(why: string): DataQuality {
  return { good: true, reason: `data quality was not checked: ${why}` };
}

function poor(kind: string, value: number, limit: number): DataQuality {
  return { good: false, reason: `${kind} signal to noise of ${value.toPrecision(3)} is below ${limit}` };
}
