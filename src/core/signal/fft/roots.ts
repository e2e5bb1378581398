/** exp(-2 pi i k / n) for k < n, real and imaginary part in turn. */
export function unitRoots(n: number): Float64Array {
  const roots = new Float64Array(2 * n);
  // The second half of the circle mirrors the first.
  for (let k = 0; 2 * k <= n; k++) setRoots(roots, k, n);
  return roots;
}

/** Reduces the angle to an eighth of the circle, where sine and cosine are rounded best. */
function setRoots(roots: Float64Array, k: number, n: number): void {
  const second = 4 * k > n;
  // Eighths of a circle are n / 8: angles in units of pi / (2 n) stay whole numbers.
  const inQuarter = second ? 2 * n - 4 * k : 4 * k;
  const swapped = 2 * inQuarter > n;
  const angle = (Math.PI / (2 * n)) * (swapped ? n - inQuarter : inQuarter);
  const cosine = swapped ? Math.sin(angle) : Math.cos(angle);
  const sine = swapped ? Math.cos(angle) : Math.sin(angle);
  const re = second ? -cosine : cosine;
  roots[2 * k] = re;
  roots[2 * k + 1] = -sine;
  if (k === 0 || 2 * k === n) return;
  roots[2 * (n - k)] = re;
  roots[2 * (n - k) + 1] = sine;
}
