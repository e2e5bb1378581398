import { kernelArena } from './arena';
import { type EvenKernel, evenKernel } from './fft/evenKernel';
import { irfft, rfft } from './fft/real';

/**
 * Analytic signal x + i H(x), H the Hilbert transform, by a Fourier transform at the series' own length.
 * @param x  samples, length n
 * @returns  real part (a copy of x) and imaginary part, length n
 */
export function analytic(x: Float64Array): { re: Float64Array; im: Float64Array } {
  return { re: x.slice(), im: hilbert(x) };
}

/** Modulus of the analytic signal, length n. */
export function envelope(x: Float64Array): Float64Array {
  const n = x.length;
  const transform = n > 0 && n % 2 === 0 ? evenKernel(n) : null;
  if (transform) return envelopeInArena(x, transform);
  const out = hilbert(x);
  for (let i = 0; i < x.length; i++) out[i] = Math.sqrt(x[i] * x[i] + out[i] * out[i]);
  return out;
}

/** By the loops in WebAssembly (tools/kernels/real.ts). */
function envelopeInArena(x: Float64Array, transform: EvenKernel): Float64Array {
  const n = x.length;
  const arena = kernelArena()!;
  return arena.take(n + 2, (spectrum) => {
    transform.forward(x, spectrum);
    arena.kernels.turnPhases(spectrum, n / 2);
    const out = transform.inverse(spectrum);
    // The spectrum is done with.
    arena.write(spectrum, x);
    arena.kernels.modulus(spectrum, out, n);
    return arena.read(out, n);
  });
}

/** Turns the phase of every frequency by -90 degrees; zero and Nyquist frequency vanish. */
function hilbert(x: Float64Array): Float64Array {
  const n = x.length;
  if (n === 0) return new Float64Array(0);
  const { re, im } = rfft(x);
  re[0] = 0;
  if (n % 2 === 0) re[n / 2] = 0;
  for (let k = 0; k < re.length; k++) re[k] = -re[k];
  if (n % 2 === 0) im[n / 2] = 0;
  return irfft({ re: im, im: re }, n);
}
