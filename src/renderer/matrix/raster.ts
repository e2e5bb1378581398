import type { Axis } from './camera';
import type { MatrixModel } from './types';

/** A cell as pixels, row by row: RGBA in memory order. */
export type Tile = Uint32Array;

export interface Raster {
  pixels: Uint32Array;
  width: number;
  height: number;
}

/** Lays the tiles of all cells in sight into a picture, a row at a step. Its time goes with pixels and cells in sight, not
 *  with all. What the picture held before stays below the last row that was laid.
 *  @param tiles by look, each of `axisX.side` times `axisY.side` pixels */
export function* layTiles(
  { pixels, width, height }: Raster,
  axisX: Axis,
  axisY: Axis,
  tiles: readonly Tile[],
  model: Pick<MatrixModel, 'columns' | 'cell' | 'row'>,
): Generator<undefined, void> {
  const looks = new Uint8Array(axisX.count);
  const line = new Uint8Array(model.columns.length);
  for (let v = 0; v < axisY.count; v++) {
    gather(looks, axisX, axisY.start(v), axisY.start(v + 1), line, model);
    for (let line = 0; line < axisY.side; line++) {
      const y = axisY.offset + v * axisY.side + line;
      if (y < 0 || y >= height) continue;
      pixels.fill(0, y * width, (y + 1) * width);
      layLine(pixels, y * width, width, looks, axisX, tiles, line * axisX.side);
    }
    yield;
  }
  pixels.fill(0, Math.max(0, axisY.offset + axisY.count * axisY.side) * width);
}

/** The look of each unit of a row: of its cells', the one that stands last. */
function gather(
  looks: Uint8Array,
  axisX: Axis,
  fromRow: number,
  toRow: number,
  line: Uint8Array,
  model: Pick<MatrixModel, 'cell' | 'row'>,
): void {
  const begin = axisX.start(0);
  const past = Math.max(axisX.start(looks.length), begin + 1);
  looks.fill(0);
  for (let row = fromRow; row < Math.max(toRow, fromRow + 1); row++) {
    if (model.row) model.row(row, line, begin, past);
    else for (let column = begin; column < past; column++) line[column] = model.cell(row, column);
    let from = begin;
    for (let u = 0; u < looks.length; u++) {
      const to = axisX.start(u + 1);
      let last = looks[u]!;
      for (let column = from; column < Math.max(to, from + 1); column++) {
        if (line[column]! > last) last = line[column]!;
      }
      looks[u] = last;
      from = to;
    }
  }
}

function layLine(
  pixels: Uint32Array,
  start: number,
  width: number,
  looks: Uint8Array,
  { side, offset }: Axis,
  tiles: readonly Tile[],
  tileLine: number,
): void {
  for (let u = 0; u < looks.length; u++) {
    const tile = tiles[looks[u]!]!;
    const left = offset + u * side;
    const first = left < 0 ? -left : 0;
    const last = Math.min(side, width - left);
    for (let x = first; x < last; x++) pixels[start + left + x] = tile[tileLine + x]!;
  }
}
