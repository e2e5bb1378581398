import { analytic } from '@/core/signal';
import { waveformStatistics } from './statistics';
import type { Measurement, MisfitInput } from './types';
import { halfSquare } from './waveform';
import { measureWindows } from './windowed';

/**
 * Exponentiated phase: half the integral of |z_s - z_d|^2, with z an analytic signal over its envelope E, to which
 * `wtr_env` times its maximum is added. The source is the derivative without this water level; with it, Pyadjoint and
 * this neglect what the level has in the derivative of E.
 * @see Yuan et al. 2020, Exponentiated phase misfit
 */
export function exponentiatedPhase(input: MisfitInput): Measurement {
  const { delta, parameters } = input;
  return measureWindows(input, ({ observed, synthetic }) => {
    const d = phaseOf(observed, parameters.wtr_env);
    const s = phaseOf(synthetic, parameters.wtr_env);
    const real = d.cosine.map((x, i) => x - s.cosine[i]);
    const imaginary = d.sine.map((x, i) => x - s.sine[i]);
    const misfit = halfSquare(real, delta) + halfSquare(imaginary, delta);
    return {
      adjoint: source(real, imaginary, s),
      measurement: { ...waveformStatistics('exponentiated_phase', misfit), measureType: 'dt' },
    };
  });
}

/** Phase factor of a trace, and the envelope it was divided by, all of length n. */
interface PhaseFactor {
  cosine: Float64Array;
  sine: Float64Array;
  envelope: Float64Array;
}

function phaseOf(x: Float64Array, waterLevel: number): PhaseFactor {
  const { re, im } = analytic(x);
  const modulus = re.map((value, i) => Math.sqrt(value * value + im[i] * im[i]));
  const water = waterLevel * modulus.reduce((a, b) => Math.max(a, b), 0);
  const envelope = modulus.map((value) => value + water);
  const over = (y: Float64Array) => y.map((value, i) => (envelope[i] === 0 ? 0 : value / envelope[i]));
  return { cosine: over(re), sine: over(im), envelope };
}

/** -R sin^2 / E + I sin cos / E + H(I cos^2 / E - R sin cos / E), with R and I what the data exceed the synthetic by. */
function source(real: Float64Array, imaginary: Float64Array, { cosine, sine, envelope }: PhaseFactor): Float64Array {
  const tangential = real.map((r, i) =>
    envelope[i] === 0 ? 0 : (imaginary[i] * cosine[i] - r * sine[i]) / envelope[i],
  );
  const turned = analytic(tangential.map((x, i) => x * cosine[i])).im;
  return turned.map((x, i) => x + tangential[i] * sine[i]);
}
