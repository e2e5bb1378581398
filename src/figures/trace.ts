/** SVG path of evenly sampled data. Where several samples fall on a column of pixels, its smallest and largest are
 *  drawn in the order they come, so that no peak is lost.
 *  @param x0 coordinate of sample 0
 *  @param dx coordinate step per sample
 *  @param y coordinate of a value: `zero + value * scale` */
export function tracePath(data: Float64Array, x0: number, dx: number, zero: number, scale: number): string {
  const perColumn = 1 / dx;
  return perColumn <= 2 ? everySample(data, x0, dx, zero, scale) : columns(data, x0, dx, zero, scale);
}

/** One digit is a tenth of a pixel; finer is not seen. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function everySample(data: Float64Array, x0: number, dx: number, zero: number, scale: number): string {
  let path = '';
  for (let i = 0; i < data.length; i++) {
    path += `${i === 0 ? 'M' : 'L'}${tenth(x0 + i * dx)} ${tenth(zero + data[i]! * scale)}`;
  }
  return path;
}

function columns(data: Float64Array, x0: number, dx: number, zero: number, scale: number): string {
  const count = Math.ceil(data.length * dx);
  const perColumn = data.length / count;
  const parts: string[] = [];
  for (let column = 0; column < count; column++) {
    const start = Math.floor(column * perColumn);
    const end = Math.min(data.length, Math.floor((column + 1) * perColumn));
    let low = start;
    let high = start;
    for (let i = start + 1; i < end; i++) {
      if (data[i]! < data[low]!) low = i;
      if (data[i]! > data[high]!) high = i;
    }
    const x = tenth(x0 + (start + (end - start) / 2) * dx);
    const first = tenth(zero + data[Math.min(low, high)]! * scale);
    const second = tenth(zero + data[Math.max(low, high)]! * scale);
    // Less than a line's width apart: one point shows both.
    const flat = Math.abs(first - second) < 1;
    parts.push(flat ? `${x} ${tenth((first + second) / 2)}` : `${x} ${first}L${x} ${second}`);
  }
  return parts.length === 0 ? '' : `M${parts.join('L')}`;
}
