/** Texts of plots that are saved as pictures. */
export const picture = {
  png: 'Save the picture as PNG…',
  svg: 'Save the picture as SVG…',
  none: 'The picture could not be made: it is too large for this system.',
  more: (plot: string) => `More to do with ${plot}`,
} as const;
