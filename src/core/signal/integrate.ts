import { arenaFor, inArena } from './arena';

/**
 * Integral of evenly spaced samples by the composite Simpson rule. With an even number of samples the last interval is
 * integrated under the parabola through the last three.
 * @param y   samples
 * @param dx  their spacing
 * @see Cartwright 2017, Simpson's Rule Cumulative Integration with MS Excel and Irregularly-spaced Data, eq. 8
 */
export function simpson(y: ArrayLike<number>, dx: number): number {
  const n = y.length;
  if (n < 2) return 0;
  if (n === 2) return 0.5 * dx * (y[0] + y[1]);
  const odd = n % 2 === 1 ? n : n - 1;
  let inner = 0;
  for (let i = 1; i < odd; i += 2) inner += y[i - 1] + 4 * y[i] + y[i + 1];
  const whole = (inner * dx) / 3;
  return odd === n ? whole : whole + dx * ((5 * y[n - 1] + 8 * y[n - 2] - y[n - 3]) / 12);
}

/**
 * Derivative of evenly spaced samples: centred differences, one-sided at both ends.
 * @param y   samples, at least two
 * @param dx  their spacing
 */
export function gradient(y: ArrayLike<number>, dx: number): Float64Array {
  const n = y.length;
  const out = new Float64Array(n);
  if (n < 2) return out;
  const arena = y instanceof Float64Array ? arenaFor(n) : null;
  if (arena) {
    out.set(y);
    return arena.take(n, (result) => {
      inArena(arena, out, (at) => arena.kernels.gradient(at, n, dx, result));
      return arena.read(result, n);
    });
  }
  out[0] = (y[1] - y[0]) / dx;
  for (let i = 1; i < n - 1; i++) out[i] = (y[i + 1] - y[i - 1]) / (2 * dx);
  out[n - 1] = (y[n - 1] - y[n - 2]) / dx;
  return out;
}

/** x times `factor` over the integral of x^2; zeros where x is zero.
 *  @param x      samples
 *  @param delta  sampling interval in s */
export function scaledByEnergy(x: Float64Array, factor: number, delta: number): Float64Array {
  const n = x.length;
  const arena = arenaFor(n);
  const out = x.slice();
  if (arena) {
    inArena(arena, out, (at) => {
      const norm = arena.kernels.energyIntegral(at, n, delta);
      if (norm === 0) arena.view(at, n).fill(0);
      else arena.kernels.scaleOver(at, n, factor, norm);
    });
    return out;
  }
  for (let i = 0; i < n; i++) out[i] = x[i] * x[i];
  const norm = simpson(out, delta);
  if (norm === 0) return out.fill(0);
  for (let i = 0; i < n; i++) out[i] = (x[i] * factor) / norm;
  return out;
}
