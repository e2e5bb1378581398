import type { Conventions, Response } from '@/core/model';
import { irfft, radicesOf, rfft, type Spectrum } from '@/core/signal';
import { evaluateResponse } from './evaluate';
import type { GroundMotion } from './units';

export interface RemovalOptions {
  output: GroundMotion;
  /** Below the response's maximum, in dB, where the division is limited; null: not limited. */
  waterLevel: number | null;
  /** Four corner frequencies in Hz of a cosine band-pass, increasing; null: none. */
  preFilt: readonly [number, number, number, number] | null;
  conventions?: Conventions;
}

/** Fraction of the series in both tapers together. */
const TAPER = 0.05;
/** Up to this length any transform is fast: it is taken as it is. */
const ANY_LENGTH = 5000;
/** Longer ones are moved by at most so many samples to a length without a prime factor of this size, as ObsPy does. */
const LONGEST_MOVE = 20;
const LARGE_PRIME = 500;
/** Operators kept for a response: a few lengths, in one output each. */
const KEPT = 8;
const operators = new WeakMap<Response, Map<string, Spectrum>>();

/**
 * Turns counts into ground motion: demean, taper, and divide by the response in the frequency domain.
 * @param data      samples in counts, length n; not changed
 * @param delta     sampling interval in s
 * @param response  of the channel; what is computed for it is kept as long as the object lives
 * @returns         ground motion in m, m/s or m/s^2, length n
 * @throws ResponseError where the response cannot be evaluated
 */
export function removeResponse(
  data: Float64Array,
  delta: number,
  response: Response,
  options: RemovalOptions,
): Float64Array {
  const n = data.length;
  if (n === 0) return new Float64Array(0);
  const size = paddedLength(n);
  const operator = operatorOf(response, size, delta, options);
  const { re, im } = rfft(prepared(data), size);
  for (let k = 0; k < re.length; k++) {
    const next = re[k] * operator.re[k] - im[k] * operator.im[k];
    im[k] = re[k] * operator.im[k] + im[k] * operator.re[k];
    re[k] = next;
  }
  // The transform of a real series is real at the Nyquist frequency; the reference stack keeps the modulus there.
  const last = re.length - 1;
  re[last] = Math.hypot(re[last], im[last]);
  im[last] = 0;
  return irfft({ re, im }, size).slice(0, n);
}

/** Length of the transform: twice the (evened) number of samples, moved off large prime factors where that is near. */
export function paddedLength(n: number): number {
  const doubled = 2 * (n + (n % 2));
  if (doubled <= ANY_LENGTH) return doubled;
  for (let length = doubled; length <= doubled + LONGEST_MOVE; length += 2) {
    if (Math.max(...radicesOf(length)) < LARGE_PRIME) return length;
  }
  return 2 ** Math.ceil(Math.log2(doubled));
}

/** The series less its mean, under a quarter-sine taper that begins and ends at zero. */
function prepared(data: Float64Array): Float64Array {
  const n = data.length;
  const mean = data.reduce((sum, value) => sum + value, 0) / n;
  const x = data.map((value) => value - mean);
  const length = Math.max(1, Math.floor((n * TAPER) / 2 + 0.5));
  for (let i = 0; i < Math.min(length, n); i++) {
    const weight = Math.sin((Math.PI * i) / (2 * length));
    x[i] *= weight;
    x[n - 1 - i] *= weight;
  }
  return x;
}

/** What the spectrum of the data is multiplied by: the inverse of the response, limited and filtered. */
function operatorOf(response: Response, size: number, delta: number, options: RemovalOptions): Spectrum {
  const { output, waterLevel, preFilt, conventions = 'pyatoa' } = options;
  let known = operators.get(response);
  if (known === undefined) operators.set(response, (known = new Map()));
  const key = [size, delta, output, waterLevel, preFilt?.join(), conventions].join(' ');
  let operator = known.get(key);
  if (operator === undefined) {
    const frequencies = new Float64Array(size / 2 + 1).map((_, k) => k / (size * delta));
    operator = evaluateResponse(response, frequencies, output, conventions);
    invert(operator, waterLevel);
    if (preFilt !== null) filter(operator, frequencies, preFilt);
    if (known.size >= KEPT) known.delete(known.keys().next().value!);
    known.set(key, operator);
  }
  return operator;
}

/** Inverse of a spectrum in place, its amplitude raised to the water level first; zero at zero frequency. */
function invert({ re, im }: Spectrum, waterLevel: number | null): void {
  let largest = 0;
  for (let k = 0; k < re.length; k++) largest = Math.max(largest, Math.hypot(re[k], im[k]));
  const least = waterLevel === null ? 0 : largest * 10 ** (-waterLevel / 20);
  for (let k = 0; k < re.length; k++) {
    const amplitude = Math.hypot(re[k], im[k]);
    const scale = amplitude === 0 ? 0 : 1 / (amplitude * Math.max(amplitude, least));
    re[k] *= scale;
    im[k] *= -scale;
  }
  re[0] = 0;
  im[0] = 0;
}

/** Cosine band-pass: zero outside the outer corners, one between the inner ones. */
function filter({ re, im }: Spectrum, frequencies: Float64Array, corners: readonly number[]): void {
  const [f1, f2, f3, f4] = corners;
  for (let k = 0; k < frequencies.length; k++) {
    const f = frequencies[k];
    let weight = f >= f2 && f <= f3 ? 1 : 0;
    if (f >= f1 && f < f2) weight = 0.5 * (1 - Math.cos((Math.PI * (f - f1)) / (f2 - f1)));
    if (f > f3 && f <= f4) weight = 0.5 * (1 + Math.cos((Math.PI * (f - f3)) / (f4 - f3)));
    re[k] *= weight;
    im[k] *= weight;
  }
}
