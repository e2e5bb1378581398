/** exp(-2 pi i k / n) for k < n, real and imaginary part in turn. */
export function unitRoots(n: number): Float64Array {
  const roots = new Float64Array(2 * n);
  for (let k = 0; k < n; k++) setRoot(roots, k, n);
  return roots;
}

/** Reduces the angle to an eighth of the circle, where sine and cosine are rounded best. */
function setRoot(roots: Float64Array, k: number, n: number): void {
  const mirrored = 2 * k > n;
  const fromZero = mirrored ? n - k : k;
  const second = 4 * fromZero > n;
  // Eighths of a circle are n / 8: angles in units of pi / (2 n) stay whole numbers.
  const inQuarter = second ? 2 * n - 4 * fromZero : 4 * fromZero;
  const swapped = 2 * inQuarter > n;
  const angle = (Math.PI / (2 * n)) * (swapped ? n - inQuarter : inQuarter);
  const cosine = swapped ? Math.sin(angle) : Math.cos(angle);
  const sine = swapped ? Math.cos(angle) : Math.sin(angle);
  roots[2 * k] = second ? -cosine : cosine;
  roots[2 * k + 1] = mirrored ? sine : -sine;
}
