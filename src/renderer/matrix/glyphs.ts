/** Shapes in a square of side 1, drawn as strokes: they tell looks apart where colours do not. */
export const GLYPHS = {
  none: '',
  cross: 'M.1 .1 L.9 .9 M.9 .1 L.1 .9',
  ring: 'M.5 .12 A.38 .38 0 1 1 .499 .12 Z',
  dot: 'M.5 .44 A.06 .06 0 1 1 .499 .44 Z',
  dash: 'M.15 .5 L.85 .5',
  play: 'M.28 .14 L.82 .5 L.28 .86 Z',
  slash: 'M.12 .88 L.88 .12',
  backslash: 'M.12 .12 L.88 .88',
  plus: 'M.5 .1 L.5 .9 M.1 .5 L.9 .5',
  tick: 'M.1 .55 L.4 .85 L.9 .2',
} as const;

export type Glyph = keyof typeof GLYPHS;

/** Width of the strokes, of the same side. */
export const STROKE = 0.16;
/** Side of a glyph in the shorter side of its cell. */
export const SHARE = 0.58;
