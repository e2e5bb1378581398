import { butterworth } from './butterworth';
import { sosFilter, sosFiltFilt } from './sosfilter';

/** A corner this close below the Nyquist frequency, relatively, or above it leaves nothing to cut off. */
const NYQUIST_MARGIN = 1e-6;

export interface Band {
  /** Shortest and longest period in s; null leaves that side open. */
  minPeriod: number | null;
  maxPeriod: number | null;
  /** Poles of the Butterworth prototype. */
  corners: number;
  /** Forward and backward, instead of forward only. */
  zerophase: boolean;
}

/**
 * Butterworth band-pass, or low- or high-pass where one period is missing, of a series from zero state, in place.
 * @param x      samples, filtered in place
 * @param delta  sampling interval in s
 * @returns      a warning where the upper corner of a band-pass is at or above the Nyquist frequency, and a high-pass
 *               was applied instead
 * @throws BandError where any other corner is not below the Nyquist frequency
 */
export function bandpass(x: Float64Array, delta: number, band: Band): { warning: string | null } {
  const { minPeriod, maxPeriod, corners } = band;
  const samplingRate = 1 / delta;
  const apply = band.zerophase ? sosFiltFilt : sosFilter;
  if (minPeriod === null && maxPeriod === null) return { warning: null };
  if (maxPeriod === null) {
    apply(butterworth('lowpass', corners, [1 / minPeriod!], samplingRate), x);
    return { warning: null };
  }
  if (minPeriod === null) {
    apply(butterworth('highpass', corners, [1 / maxPeriod], samplingRate), x);
    return { warning: null };
  }
  const nyquist = 0.5 * samplingRate;
  if (1 / minPeriod / nyquist - 1 > -NYQUIST_MARGIN) {
    apply(butterworth('highpass', corners, [1 / maxPeriod], samplingRate), x);
    return {
      warning:
        `the shortest period of ${minPeriod} s is at or below the Nyquist period of ${2 * delta} s: ` +
        'a high-pass was applied instead of a band-pass',
    };
  }
  apply(butterworth('bandpass', corners, [1 / maxPeriod, 1 / minPeriod], samplingRate), x);
  return { warning: null };
}
