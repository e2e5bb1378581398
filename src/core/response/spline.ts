/**
 * Cubic spline through n points whose third derivative is continuous at the second and the last but one (not-a-knot),
 * continued by its outer polynomials. Through three, two or one points: the parabola, the line, the constant.
 * @param x  increasing, length n
 * @param y  length n
 * @see de Boor 1978, A Practical Guide to Splines, ch. 4
 */
export function cubicSpline(x: number[], y: number[]): (at: number) => number {
  if (x.length < 4) return (at) => lagrange(x, y, at);
  const h = x.slice(1).map((value, i) => value - x[i]);
  const curvature = secondDerivatives(h, y);
  return (at) => {
    let i = 0;
    while (i < h.length - 1 && at >= x[i + 1]) i++;
    const a = x[i + 1] - at;
    const b = at - x[i];
    return (
      (curvature[i] * a ** 3 + curvature[i + 1] * b ** 3) / (6 * h[i]) +
      (y[i] / h[i] - (curvature[i] * h[i]) / 6) * a +
      (y[i + 1] / h[i] - (curvature[i + 1] * h[i]) / 6) * b
    );
  };
}

/** Second derivatives at the points: continuity of the first derivative inside, not-a-knot at both ends. */
function secondDerivatives(h: number[], y: number[]): number[] {
  const n = y.length;
  const slope = h.map((step, i) => (y[i + 1] - y[i]) / step);
  const size = n - 2;
  const diagonal = new Array<number>(size);
  const lower = new Array<number>(size);
  const upper = new Array<number>(size);
  const m = new Array<number>(size);
  for (let j = 0; j < size; j++) {
    lower[j] = h[j];
    diagonal[j] = 2 * (h[j] + h[j + 1]);
    upper[j] = h[j + 1];
    m[j] = 6 * (slope[j + 1] - slope[j]);
  }
  // The outer second derivatives continue the inner ones linearly; put into the first and last equation.
  const left = h[0] / h[1];
  const right = h[size] / h[size - 1];
  diagonal[0] += h[0] * (1 + left);
  upper[0] -= h[0] * left;
  diagonal[size - 1] += h[size] * (1 + right);
  lower[size - 1] -= h[size] * right;
  for (let j = 1; j < size; j++) {
    const factor = lower[j] / diagonal[j - 1];
    diagonal[j] -= factor * upper[j - 1];
    m[j] -= factor * m[j - 1];
  }
  for (let j = size - 1; j >= 0; j--) m[j] = (m[j] - (j + 1 < size ? upper[j] * m[j + 1] : 0)) / diagonal[j];
  const first = m[0] + left * (m[0] - m[1]);
  const last = m[size - 1] + right * (m[size - 1] - m[size - 2]);
  return [first, ...m, last];
}

function lagrange(x: number[], y: number[], at: number): number {
  return x.reduce((sum, xi, i) => {
    const weight = x.reduce((product, xj, j) => (i === j ? product : (product * (at - xj)) / (xi - xj)), 1);
    return sum + weight * y[i];
  }, 0);
}
