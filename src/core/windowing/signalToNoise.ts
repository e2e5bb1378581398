import { levelAt } from './levels';
import { amplitudeAndPower, type NoiseAndSignal } from './noise';
import type { Candidate, WindowInput } from './types';

/**
 * Rejects windows of the observed trace that do not stand out of its noise: largest amplitudes, or mean powers, of
 * window and noise are compared. A window's last sample is left out, as the reference does.
 * @returns null where there is no noise to compare with: none known, no samples, or all zero
 */
export function signalToNoiseTest(
  input: WindowInput,
  bounds: NoiseAndSignal,
): ((candidate: Candidate) => boolean) | null {
  if (bounds.noiseEnd === null) return null;
  const { data } = input.observed;
  const { s2n_limit, window_signal_to_noise_type } = input.parameters;
  const quantity = window_signal_to_noise_type === 'amplitude' ? 'peak' : 'power';
  const noise = amplitudeAndPower(data, bounds.noiseStart, bounds.noiseEnd)[quantity];
  if (noise === 0) return null;
  return ({ left, right, center }) =>
    amplitudeAndPower(data, left, right)[quantity] / noise >= levelAt(s2n_limit, center);
}
