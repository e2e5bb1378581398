/** The radices that have a pass of their own, in the order in which a length is split. */
const RADICES = [4, 2, 3, 5];

const SHARED = [8, 9, 10, 12, 15];

/** Splits a length into radices: 4, 2, 3 and 5 first, then its other prime factors in increasing order. */
export function radicesOf(n: number): number[] {
  const factors: number[] = [];
  let rest = n;
  for (const radix of RADICES) {
    while (rest % radix === 0) {
      factors.push(radix);
      rest /= radix;
    }
  }
  for (let divisor = 7; divisor * divisor <= rest; divisor += 2) {
    while (rest % divisor === 0) {
      factors.push(divisor);
      rest /= divisor;
    }
  }
  if (rest > 1) factors.push(rest);
  return factors;
}

/** Smallest length at or above `n` whose prime factors are 2, 3 and 5 only. */
export function nextFastLength(n: number): number {
  if (n <= 6) return Math.max(1, n);
  let best = 2 ** Math.ceil(Math.log2(n));
  for (let five = 1; five < best; five *= 5) {
    for (let three = five; three < best; three *= 3) {
      let length = three;
      while (length < n) length *= 2;
      if (length < best) best = length;
    }
  }
  return best;
}

/** Smallest length at or above `n` among 8, 9, 10, 12 and 15 times powers of two: so few that many series share the tables
 *  of a transform, where making these would take longer than it. All are even. */
export function nextSharedLength(n: number): number {
  let scale = 2;
  while (15 * scale < n) scale *= 2;
  return scale * (SHARED.find((length) => length * scale >= n) ?? 15);
}

/** Whether the chirp transform (Bluestein) of n values is cheaper than passes over the prime factors of n. */
export function prefersChirp(n: number): boolean {
  const radices = radicesOf(n);
  if (radices.every((radix) => radix < 20)) return false;
  const length = nextFastLength(2 * n - 1);
  return 2 * length * passCost(radicesOf(length)) + 8 * n < n * passCost(radices);
}

/** Time of the passes over each value, in ns as measured: those of large radices grow with the radix. */
function passCost(radices: number[]): number {
  return radices.reduce((sum, radix) => sum + 2 + (radix > 5 ? 0.9 * radix : 0), 0);
}
