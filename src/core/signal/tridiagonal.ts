/** An eigenvalue stands alone when no other lies within this many widths of its bracket. */
const CLEARANCE = 50;

export interface Eigenpair {
  value: number;
  /** Of unit length. */
  vector: Float64Array;
}

/**
 * The k largest eigenvalues of a symmetric tridiagonal matrix with their vectors, largest first. Each eigenvalue is
 * bisected until it stands alone, then its vector comes by inverse iteration with Rayleigh quotients.
 * @param d        diagonal, length n
 * @param e        e[i] couples i - 1 and i, not zero; e[0] does not count
 * @param guesses  where the eigenvalues are expected, for all or none; a wrong guess costs time only
 * @see Parlett 1998, The Symmetric Eigenvalue Problem, chs. 3 and 4
 */
export function largestEigenpairs(d: Float64Array, e: Float64Array, k: number, guesses: number[]): Eigenpair[] {
  const squares = e.map((value) => value * value);
  const solver = new ShiftedSolver(d, e);
  const [lowest, highest] = bounds(d, e);
  let top = highest;
  return Array.from({ length: k }, (_, order) => {
    const bracket = guessed(d, squares, order, guesses) ?? isolate(d, squares, order, lowest, top);
    top = bracket[1];
    return inverseIteration(d, e, solver, 0.5 * (bracket[0] + bracket[1]));
  });
}

/** A narrow interval around the guess, if the eigenvalue lies in it. */
function guessed(d: Float64Array, squares: Float64Array, order: number, guesses: number[]): [number, number] | null {
  if (guesses.length < 2) return null;
  const neighbour = order > 0 ? guesses[order - 1] : guesses[1];
  const radius = Math.abs(guesses[order] - neighbour) / (2 * CLEARANCE);
  const low = guesses[order] - radius;
  const high = guesses[order] + radius;
  const alone = countAbove(d, squares, low) === order + 1 && countAbove(d, squares, high) === order;
  return alone ? [low, high] : null;
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

/** Twice from the start, which leaves the wanted vector foremost, then with its Rayleigh quotients to full precision. */
function inverseIteration(d: Float64Array, e: Float64Array, solver: ShiftedSolver, start: number): Eigenpair {
  // No structure in the start, so that it is orthogonal to no eigenvector.
  const vector = new Float64Array(d.length).map((_, i) => 1 + ((i * 40503) % 1009) / 1009);
  solver.factorize(start);
  solver.solve(vector);
  solver.solve(vector);
  normalize(vector);
  const precision = 8 * Number.EPSILON * (Math.abs(start) + Math.abs(d[0]));
  for (let i = 0; i < 5; i++) {
    solver.factorize(rayleighQuotient(d, e, vector));
    solver.solve(vector);
    // A unit vector grows to y: the new one leaves a residual of 1 / |y|.
    if (1 / normalize(vector) < precision) break;
  }
  return { value: rayleighQuotient(d, e, vector), vector };
}

function rayleighQuotient(d: Float64Array, e: Float64Array, x: Float64Array): number {
  let before = x[0];
  let sum = d[0] * before * before;
  for (let i = 1; i < x.length; i++) {
    const here = x[i];
    sum += here * (d[i] * here + 2 * e[i] * before);
    before = here;
  }
  return sum;
}

/** Scales to unit length, and returns the length before. */
function normalize(x: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < x.length; i++) largest = Math.max(largest, Math.abs(x[i]));
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    x[i] /= largest;
    sum += x[i] * x[i];
  }
  const length = Math.sqrt(sum);
  for (let i = 0; i < x.length; i++) x[i] /= length;
  return length * largest;
}

/** Solves (T - shift) x = b by elimination with row exchanges. */
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
    let current = x[0];
    for (let i = 0; i + 1 < n; i++) {
      const next = x[i + 1];
      if (exchanged[i]) {
        x[i] = next;
        current -= factors[i] * next;
      } else {
        x[i] = current;
        current = next - factors[i] * current;
      }
    }
    x[n - 1] = current;
    let below = 0;
    let below2 = 0;
    for (let i = n - 1; i >= 0; i--) {
      const value = (x[i] - upper[i] * below - upper2[i] * below2) / pivots[i];
      x[i] = value;
      below2 = below;
      below = value;
    }
  }
}
