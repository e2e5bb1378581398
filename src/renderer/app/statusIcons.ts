const CIRCLE = 'M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0 -18';

/** A picture as the value of a style's variable. Tables show hundreds of them while they scroll: a background costs a
 *  fraction of what elements cost.
 *  @param strokes inside of the circle, on 24 x 24 px */
function icon(colour: string, strokes: string, dashes = 'none'): string {
  const stroke = `fill='none' stroke='${colour}' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'`;
  const paths = `<path d='${CIRCLE}' stroke-dasharray='${dashes}'/><path d='${strokes}'/>`;
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' ${stroke}>${paths}</svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}

/** A shape for each status of a pair, in the colour that goes with it. */
export function statusIcons(colours: { '--ok': string; '--warn': string; '--bad': string }): Record<string, string> {
  return {
    '--icon-done': icon(colours['--ok'], 'M9 12l2 2l4 -4'),
    '--icon-empty': icon(colours['--warn'], '', '3.6 3.47'),
    '--icon-failed': icon(colours['--bad'], 'M10 10l4 4m0 -4l-4 4'),
  };
}
