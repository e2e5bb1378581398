/** Pixels in memory order RGBA, alpha not multiplied in, row by row. */
export interface Pixels {
  data: Uint32Array;
  width: number;
  height: number;
}

/** A small picture that is laid onto others many times. */
export interface Stamp extends Pixels {
  /** First pixel of each row that is not transparent, and the one after the last. */
  first: Uint16Array;
  last: Uint16Array;
}

export function stampOf({ data, width, height }: Pixels): Stamp {
  const [first, last] = [new Uint16Array(height), new Uint16Array(height)];
  for (let y = 0; y < height; y++) {
    const row = data.subarray(y * width, (y + 1) * width);
    const left = row.findIndex((pixel) => pixel >>> 24 > 0);
    if (left < 0) continue;
    first[y] = left;
    last[y] = row.findLastIndex((pixel) => pixel >>> 24 > 0) + 1;
  }
  return { data, width, height, first, last };
}

/** One colour over another: Porter and Duff's "source over". */
function over(above: number, below: number): number {
  const b = below >>> 24;
  if (b === 0) return above;
  const a = above >>> 24;
  // Shares of 255 * 255.
  const [over, under] = [a * 255, b * (255 - a)];
  const sum = over + under;
  const half = sum >>> 1;
  const red = ((above & 255) * over + (below & 255) * under + half) / sum;
  const green = (((above >>> 8) & 255) * over + ((below >>> 8) & 255) * under + half) / sum;
  const blue = (((above >>> 16) & 255) * over + ((below >>> 16) & 255) * under + half) / sum;
  return (((sum / 255 + 0.5) << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/** Lays a stamp with its corner at a whole pixel; what is beyond the edges is left out. A browser without a graphics card
 *  takes several times as long for as many pictures. */
export function stamp(onto: Pixels, { data, width, height, first, last }: Stamp, left: number, top: number): void {
  const rows = Math.min(height, onto.height - top);
  for (let y = Math.max(0, -top); y < rows; y++) {
    const shift = (top + y) * onto.width + left - y * width;
    const start = y * width + Math.max(first[y]!, -left);
    const end = y * width + Math.min(last[y]!, onto.width - left);
    for (let i = start; i < end; i++) {
      const pixel = data[i]!;
      const alpha = pixel >>> 24;
      if (alpha === 255) onto.data[i + shift] = pixel;
      else if (alpha > 0) onto.data[i + shift] = over(pixel, onto.data[i + shift]!);
    }
  }
}

/** Fills a rectangle of whole pixels; what is beyond the edges is left out. */
export function fillPixels(onto: Pixels, colour: number, left: number, top: number, side: number): void {
  const [from, to] = [Math.max(0, left), Math.min(onto.width, left + side)];
  if (from >= to) return;
  for (let y = Math.max(0, top); y < Math.min(onto.height, top + side); y++) {
    onto.data.fill(colour, y * onto.width + from, y * onto.width + to);
  }
}
