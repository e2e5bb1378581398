import { amplitudeAndPower } from './noise';
import type { Candidate } from './types';

/** Rejects windows whose largest observed amplitude is not above `ratio` of the trace's. */
export function amplitudeTest(observed: Float64Array, ratio: number): (candidate: Candidate) => boolean {
  const { peak } = amplitudeAndPower(observed, 0, observed.length);
  return ({ left, right }) => amplitudeAndPower(observed, left, right).peak > ratio * peak;
}
