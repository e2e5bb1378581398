import { firstAbove, firstNotBelow } from './search';
import type { Candidate, Setting } from './types';

/**
 * Rejects windows whose centre rises less than c_2 times its height above the higher of the two troughs beside it.
 * @see Maggi et al. 2009, section 2.3, criterion c_2
 */
export function prominenceTest(setting: Setting): (candidate: Candidate) => boolean {
  const { stalta } = setting;
  const { troughs } = setting.extrema;
  let center = -1;
  let prominent = false;
  return (candidate) => {
    if (candidate.center !== center) {
      center = candidate.center;
      const height = stalta[center];
      const left = stalta[troughs[firstNotBelow(troughs, center) - 1]];
      const right = stalta[troughs[firstAbove(troughs, center)]];
      prominent = height - Math.max(left, right) >= setting.parameters.c_2 * height;
    }
    return prominent;
  };
}
