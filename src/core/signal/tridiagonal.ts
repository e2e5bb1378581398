/** An eigenvalue stands alone when no other lies within this many widths of its bracket. */
const CLEARANCE = 50;

/**
 * Eigenvectors, of unit length, of the k largest eigenvalues of a symmetric tridiagonal matrix, largest first. Each
 * eigenvalue is bisected until it stands alone, then its vector comes by inverse iteration with Rayleigh quotients.
 * @param d  diagonal, length n
 * @param e  e[i] couples i - 1 and i, not zero; e[0] does not count
 * @see Parlett 1998, The Symmetric Eigenvalue Problem, chs. 3 and 4
 */
export function largestEigenvectors(d: Float64Array, e: Float64Array, k: number): Float64Array[] {
  const squares = e.map((value) => value * value);
  const solver = new ShiftedSolver(d, e);
  const [lowest, highest] = bounds(d, e);
  let top = highest;
  return Array.from({ length: k }, (_, order) => {
    const bracket = isolate(d, squares, order, lowest, top);
    top = bracket[1];
    return inverseIteration(d, e, solver, 0.5 * (bracket[0] + bracket[1]));
  });
}

/** Interval that holds all eigenvalues (Gershgorin). */
function bounds(d: Float64Array, e: Float64Array): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < d.length; i++) {
    const radius = (i > 0 ? Math.abs(e[i]) : 0) + (i + 1 < d.length ? Math.abs(e[i + 1]) : 0);
    low = Math.min(low, d[i] - radius);
    high = Math.max(high, d[i] + radius);
  }
  const margin = 1e-12 * Math.max(Math.abs(low), Math.abs(high));
  return [low - margin, high + margin];
}

/** Number of eigenvalues above `x`: of positive pivots of the matrix less x (Sylvester's law of inertia). */
function countAbove(d: Float64Array, squares: Float64Array, x: number): number {
  let count = 0;
  let pivot = 1;
  for (let i = 0; i < d.length; i++) {
    pivot = d[i] - x - (i === 0 ? 0 : squares[i] / pivot);
    if (pivot === 0) pivot = Number.MIN_VALUE;
    if (pivot > 0) count++;
  }
  return count;
}

/** An interval around the eigenvalue that has `order` ones above it, narrow against the distance to its neighbours. */
function isolate(
  d: Float64Array,
  squares: Float64Array,
  order: number,
  lowest: number,
  highest: number,
): [number, number] {
  let low = lowest;
  let high = highest;
  let aboveLow = d.length;
  for (let step = 0; step < 100; step++) {
    const middle = 0.5 * (low + high);
    const above = countAbove(d, squares, middle);
    if (above > order) {
      low = middle;
      aboveLow = above;
    } else {
      high = middle;
    }
    const clear = CLEARANCE * (high - low);
    const alone =
      aboveLow === order + 1 &&
      countAbove(d, squares, low - clear) === order + 1 &&
      countAbove(d, squares, high + clear) === order;
    if (alone) break;
  }
  return [low, high];
}

function inverseIteration(d: Float64Array, e: Float64Array, solver: ShiftedSolver, start: number): Float64Array {
  const n = d.length;
  // No structure in the start, so that it is orthogonal to no eigenvector.
  const x = new Float64Array(n).map((_, i) => 1 + 0.7 * Math.sin(0.754877666 * i * i + 0.3));
  normalize(x);
  solver.factorize(start);
  solver.solve(x);
  solver.solve(x);
  for (let i = 0; i < 2; i++) {
    solver.factorize(rayleighQuotient(d, e, x));
    solver.solve(x);
  }
  return x;
}

function rayleighQuotient(d: Float64Array, e: Float64Array, x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * (d[i] * x[i] + (i === 0 ? 0 : 2 * e[i] * x[i - 1]));
  return sum;
}

function normalize(x: Float64Array): void {
  let largest = 0;
  for (let i = 0; i < x.length; i++) largest = Math.max(largest, Math.abs(x[i]));
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    x[i] /= largest;
    sum += x[i] * x[i];
  }
  const scale = 1 / Math.sqrt(sum);
  for (let i = 0; i < x.length; i++) x[i] *= scale;
}

/** Solves (T - shift) x = b by elimination with row exchanges, and scales x to unit length. */
class ShiftedSolver {
  private readonly pivots: Float64Array;
  private readonly upper: Float64Array;
  private readonly upper2: Float64Array;
  private readonly factors: Float64Array;
  private readonly exchanged: Uint8Array;

  constructor(
    private readonly d: Float64Array,
    private readonly e: Float64Array,
  ) {
    const n = d.length;
    this.pivots = new Float64Array(n);
    this.upper = new Float64Array(n);
    this.upper2 = new Float64Array(n);
    this.factors = new Float64Array(n);
    this.exchanged = new Uint8Array(n);
  }

  factorize(shift: number): void {
    const { d, e, pivots, upper, upper2, factors, exchanged } = this;
    const n = d.length;
    let pivot = d[0] - shift;
    let next = n > 1 ? e[1] : 0;
    for (let i = 0; i + 1 < n; i++) {
      const below = e[i + 1];
      const diagonal = d[i + 1] - shift;
      const beyond = i + 2 < n ? e[i + 2] : 0;
      if (Math.abs(pivot) >= Math.abs(below)) {
        exchanged[i] = 0;
        factors[i] = below / pivot;
        pivots[i] = pivot;
        upper[i] = next;
        upper2[i] = 0;
        pivot = diagonal - factors[i] * next;
        next = beyond;
      } else {
        exchanged[i] = 1;
        factors[i] = pivot / below;
        pivots[i] = below;
        upper[i] = diagonal;
        upper2[i] = beyond;
        pivot = next - factors[i] * diagonal;
        next = -factors[i] * beyond;
      }
    }
    // At an eigenvalue the last pivot vanishes; the smallest one that does not overflow gives the same direction.
    pivots[n - 1] = pivot === 0 ? Number.EPSILON * Number.EPSILON : pivot;
  }

  solve(x: Float64Array): void {
    const { pivots, upper, upper2, factors, exchanged } = this;
    const n = x.length;
    for (let i = 0; i + 1 < n; i++) {
      if (exchanged[i]) {
        const kept = x[i];
        x[i] = x[i + 1];
        x[i + 1] = kept - factors[i] * x[i];
      } else {
        x[i + 1] -= factors[i] * x[i];
      }
    }
    for (let i = n - 1; i >= 0; i--) {
      let sum = x[i];
      if (i + 1 < n) sum -= upper[i] * x[i + 1];
      if (i + 2 < n) sum -= upper2[i] * x[i + 2];
      x[i] = sum / pivots[i];
    }
    normalize(x);
  }
}
