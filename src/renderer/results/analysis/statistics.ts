import type { Work } from './analysis';

/** Moments of some values. Summed about a shift near their mean, so that squares do not cancel. */
export class Moments {
  count = 0;
  private sum = 0;
  private squares = 0;

  constructor(private readonly shift: number) {}

  add(value: number): void {
    const x = value - this.shift;
    this.count++;
    this.sum += x;
    this.squares += x * x;
  }

  /** NaN where there are no values. */
  get mean(): number {
    return this.shift + this.sum / this.count;
  }

  /** Standard deviation of a sample (n - 1); NaN for fewer than two values. */
  get deviation(): number {
    if (this.count < 2) return NaN;
    return Math.sqrt(Math.max(0, (this.squares - (this.sum * this.sum) / this.count) / (this.count - 1)));
  }
}

/** Brings the k-th smallest of the first n values to place k, smaller ones before it.
 *  @see Hoare 1961, Algorithm 65: Find */
function* select(values: Float64Array, n: number, k: number): Work {
  let [left, right] = [0, n - 1];
  while (left < right) {
    const pivot = medianOfThree(values[left], values[(left + right) >> 1], values[right]);
    let [i, j] = [left, right];
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i <= j) {
        const value = values[i];
        values[i++] = values[j];
        values[j--] = value;
      }
    }
    if (right - left > 8192) yield;
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else return;
  }
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

/** The median of the first n values, which are put into another order; NaN of none. */
export function* median(values: Float64Array, n: number): Generator<void, number> {
  if (n === 0) return NaN;
  const k = (n - 1) >> 1;
  yield* select(values, n, k);
  if (n % 2 === 1) return values[k];
  let next = Infinity;
  for (let i = k + 1; i < n; i++) next = Math.min(next, values[i]);
  return (values[k] + next) / 2;
}
