/** How far in pixels a line may pass a sample by: at most a shade of its edge. */
const TOLERANCE = 0.06;

/** SVG path of evenly sampled data, without the samples that a line between others shows as well. Where many fall on a
 *  column of pixels, its smallest and largest stand for them, so that no peak is lost.
 *  @param x0 coordinate of sample 0
 *  @param dx coordinate step per sample
 *  @param y coordinate of a value: `zero + value * scale` */
export function tracePath(data: Float64Array, x0: number, dx: number, zero: number, scale: number): string {
  if (data.length === 0) return '';
  const samples = dx < 0.5 ? extremes(data, dx) : null;
  const count = samples === null ? data.length : samples.length;
  // The last point that is written, the last that is seen, and the slopes that pass by all between them. Without pairs of
  // values: until this is compiled, which takes a figure or two, they are slow.
  let xFrom = x0;
  let yFrom = zero + data[0]! * scale;
  let xTo = xFrom;
  let yTo = yFrom;
  let least = -Infinity;
  let most = Infinity;
  let path = `M${tenth(xFrom)} ${tenth(yFrom)}`;
  for (let k = 1; k < count; k++) {
    const i = samples === null ? k : samples[k]!;
    const x = x0 + i * dx;
    const y = zero + data[i]! * scale;
    let slope = (y - yFrom) / (x - xFrom);
    if (!(slope >= least && slope <= most)) {
      path += `L${tenth(xTo)} ${tenth(yTo)}`;
      xFrom = xTo;
      yFrom = yTo;
      least = -Infinity;
      most = Infinity;
      slope = (y - yFrom) / (x - xFrom);
    }
    const margin = TOLERANCE / (x - xFrom);
    if (slope - margin > least) least = slope - margin;
    if (slope + margin < most) most = slope + margin;
    xTo = x;
    yTo = y;
  }
  return count === 1 ? path : `${path}L${tenth(xTo)} ${tenth(yTo)}`;
}

/** The first sample, of each column of pixels those with its smallest and largest value in the order they come, the last. */
function extremes(data: Float64Array, dx: number): Uint32Array {
  const count = Math.ceil(data.length * dx);
  const perColumn = data.length / count;
  const samples = new Uint32Array(2 * count + 2);
  let n = 1;
  for (let column = 0; column < count; column++) {
    const end = Math.min(data.length, Math.floor((column + 1) * perColumn));
    let low = Math.floor(column * perColumn);
    let high = low;
    let least = data[low]!;
    let most = least;
    for (let i = low + 1; i < end; i++) {
      const value = data[i]!;
      if (value < least) {
        low = i;
        least = value;
      } else if (value > most) {
        high = i;
        most = value;
      }
    }
    const first = Math.min(low, high);
    const second = Math.max(low, high);
    if (first > 0) samples[n++] = first;
    if (second > first) samples[n++] = second;
  }
  if (samples[n - 1]! < data.length - 1) samples[n++] = data.length - 1;
  return samples.subarray(0, n);
}

/** Coordinates as they are written, by their tenths: writing a number takes longer than finding a point. */
const written = new Array<string | undefined>(20_000);

/** One digit is a tenth of a pixel; finer is not seen. */
function tenth(value: number): string {
  const tenths = Math.round(value * 10);
  if (!(tenths >= 0 && tenths < written.length)) return String(tenths / 10);
  return (written[tenths] ??= String(tenths / 10));
}
