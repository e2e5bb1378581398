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
  // The last point that is written, the last that is seen, and the slopes that pass by all between them.
  let [xFrom, yFrom] = [x0, zero + data[0]! * scale];
  let [xTo, yTo] = [xFrom, yFrom];
  let [least, most] = [-Infinity, Infinity];
  let path = `M${tenth(xFrom)} ${tenth(yFrom)}`;
  for (let k = 1; k < count; k++) {
    const i = samples === null ? k : samples[k]!;
    const [x, y] = [x0 + i * dx, zero + data[i]! * scale];
    const slope = (y - yFrom) / (x - xFrom);
    if (!(slope >= least && slope <= most)) {
      path += `L${tenth(xTo)} ${tenth(yTo)}`;
      [xFrom, yFrom, least, most] = [xTo, yTo, -Infinity, Infinity];
    }
    const margin = TOLERANCE / (x - xFrom);
    const passed = (y - yFrom) / (x - xFrom);
    least = Math.max(least, passed - margin);
    most = Math.min(most, passed + margin);
    [xTo, yTo] = [x, y];
  }
  return count === 1 ? path : `${path}L${tenth(xTo)} ${tenth(yTo)}`;
}

/** The first sample, of each column of pixels those with its smallest and largest value in the order they come, the last. */
function extremes(data: Float64Array, dx: number): Uint32Array {
  const count = Math.ceil(data.length * dx);
  const perColumn = data.length / count;
  const samples = new Uint32Array(2 * count + 2);
  let n = 1;
  const add = (sample: number) => {
    if (sample > samples[n - 1]!) samples[n++] = sample;
  };
  for (let column = 0; column < count; column++) {
    const end = Math.min(data.length, Math.floor((column + 1) * perColumn));
    let low = Math.floor(column * perColumn);
    let high = low;
    for (let i = low + 1; i < end; i++) {
      if (data[i]! < data[low]!) low = i;
      if (data[i]! > data[high]!) high = i;
    }
    add(Math.min(low, high));
    add(Math.max(low, high));
  }
  add(data.length - 1);
  return samples.subarray(0, n);
}

/** One digit is a tenth of a pixel; finer is not seen. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
