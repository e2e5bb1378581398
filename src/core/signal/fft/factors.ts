/** The radices that have a pass of their own, in the order in which a length is split. */
const RADICES = [4, 2, 3, 5];

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

/**
 * Whether the chirp transform (Bluestein) is cheaper than passes over the prime factors of `n`. A pass of radix r over
 * n points costs about n r operations, which only large prime factors make dear.
 */
export function prefersChirp(n: number): boolean {
  const largest = Math.max(...radicesOf(n));
  if (largest < 50) return false;
  const direct = passCost(n);
  const chirp = 2 * passCost(nextFastLength(2 * n - 1)) * 1.3;
  return chirp < direct;
}

function passCost(n: number): number {
  return radicesOf(n).reduce((sum, radix) => sum + (radix <= 5 ? radix : 1.1 * radix), 0) * n;
}
