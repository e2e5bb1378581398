import type { Candidate, Setting } from './types';

/** Rejects windows shorter than c_1 minimum periods. @see Maggi et al. 2009, section 2.3, criterion c_1 */
export function minimumLengthTest(setting: Setting): (candidate: Candidate) => boolean {
  const least = (setting.parameters.c_1 * setting.minPeriod) / setting.delta;
  return ({ left, right }) => right - left >= least;
}
