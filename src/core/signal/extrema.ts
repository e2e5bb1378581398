/** Indices of the local maxima of a series, in order. Of a flat top its first sample counts; the ends never do. */
export function maxima(x: ArrayLike<number>): number[] {
  const found: number[] = [];
  let candidate = -1;
  for (let i = 1; i < x.length; i++) {
    if (x[i] > x[i - 1]) {
      candidate = i;
    } else if (x[i] < x[i - 1]) {
      if (candidate >= 0) found.push(candidate);
      candidate = -1;
    }
  }
  return found;
}

/** Indices of the local minima of a series, in order. Of a flat bottom its first sample counts; the ends never do. */
export function minima(x: ArrayLike<number>): number[] {
  const found: number[] = [];
  let candidate = -1;
  for (let i = 1; i < x.length; i++) {
    if (x[i] < x[i - 1]) {
      candidate = i;
    } else if (x[i] > x[i - 1]) {
      if (candidate >= 0) found.push(candidate);
      candidate = -1;
    }
  }
  return found;
}
