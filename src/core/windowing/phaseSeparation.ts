import { firstAbove, firstNotBelow } from './search';
import type { Candidate, Setting } from './types';

/**
 * Rejects windows in which another peak stands out more than the central one: heights are taken above the window's
 * lowest trough, and the peak may reach c_3a times the centre's height, less beyond a distance of c_3b minimum periods.
 * @see Maggi et al. 2009, eq. 5
 */
export function phaseSeparationTest(setting: Setting): (candidate: Candidate) => boolean {
  const { stalta } = setting;
  const { peaks, troughs } = setting.extrema;
  return ({ left, right, center }) => {
    let lowest = Infinity;
    for (let i = firstNotBelow(troughs, left); i < troughs.length && troughs[i] <= right; i++) {
      if (stalta[troughs[i]] < lowest) lowest = stalta[troughs[i]];
    }
    const height = stalta[center] - lowest;
    const end = firstAbove(peaks, right);
    for (let i = firstNotBelow(peaks, left); i < end; i++) {
      const peak = peaks[i];
      if (peak === center) continue;
      if (stalta[peak] - lowest > setting.parameters.c_3a * height * decay(setting, peak - center)) return false;
    }
    return true;
  };
}

/** 1 up to c_3b minimum periods from the centre, and a Gaussian beyond. */
function decay({ parameters, minPeriod, delta }: Setting, samples: number): number {
  const distance = (Math.abs(samples) * delta) / minPeriod;
  if (distance < parameters.c_3b) return 1;
  return Math.exp(-(((distance - parameters.c_3b) / parameters.c_3b) ** 2));
}
