import type { Glyph } from './glyphs';

/** How a cell may look. Colour and shape say the same, so that neither is needed alone. */
export interface Look {
  /** #rrggbb */
  colour: string;
  glyph: Glyph;
  /** Colour of the glyph, #rrggbb. */
  ink: string;
  /** Stripes of it are left out: what it says holds no more, or not yet. */
  isHatched?: boolean;
}

/** What a matrix shows: a look for each pair of a row and a column. */
export interface MatrixModel {
  rows: readonly string[];
  columns: readonly string[];
  /** Where several cells share a pixel, the look that stands last here is drawn: what matters most comes last. */
  looks: readonly Look[];
  /** Index into `looks`. Called for every cell in sight whenever the matrix is drawn: it must be a look-up. */
  cell(row: number, column: number): number;
  /** The same of many cells of a row at once, where a matrix may have millions of them in sight.
   *  @param looks of each column, to be filled from `first` up to `past`, which is left out */
  row?: ((row: number, looks: Uint8Array, first: number, past: number) => void) | undefined;
}

export interface Place {
  row: number;
  column: number;
}
