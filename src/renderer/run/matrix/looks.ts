import { scaleColours, type Look } from '../../matrix';

/** What the matrix of results can be coloured by. */
export const MEASURES = ['misfit', 'status', 'windows', 'seconds'] as const;
export type Measure = (typeof MEASURES)[number];

const STEPS = 48;

export interface Looks {
  none: Look;
  lacking: Look;
  done: Look;
  empty: Look;
  failed: Look;
  active: Look;
  scale: Look[];
}

/** States by colour and shape; the steps of a measure by lightness. */
export function makeLooks(dark: boolean): Looks {
  const scale = scaleColours(STEPS, dark).map((colour): Look => ({ colour, glyph: 'none', ink: colour }));
  if (dark) {
    return {
      none: { colour: '#232930', glyph: 'none', ink: '#232930' },
      lacking: { colour: '#232930', glyph: 'dash', ink: '#4a535e' },
      done: { colour: '#2f9e6b', glyph: 'none', ink: '#2f9e6b' },
      empty: { colour: '#3a424c', glyph: 'ring', ink: '#e3ac53' },
      failed: { colour: '#c92a2a', glyph: 'cross', ink: '#ffffff' },
      active: { colour: '#ffffff', glyph: 'play', ink: '#0f6a80' },
      scale,
    };
  }
  return {
    none: { colour: '#e9ecef', glyph: 'none', ink: '#e9ecef' },
    lacking: { colour: '#f1f3f5', glyph: 'dash', ink: '#b4bcc5' },
    done: { colour: '#2b8a5b', glyph: 'none', ink: '#2b8a5b' },
    empty: { colour: '#e1d3b8', glyph: 'ring', ink: '#8f5a00' },
    failed: { colour: '#d3302f', glyph: 'cross', ink: '#ffffff' },
    active: { colour: '#10222b', glyph: 'play', ink: '#8fe0f2' },
    scale,
  };
}

/** A result as it looks while it is of before the run that does it again. */
export function ofBefore(look: Look): Look {
  return { ...look, isHatched: true };
}

/** Looks in the order in which one wins a pixel that many cells share: what asks for attention comes last.
 *  @param withEarlier with those of results of before: as many as results have, in the same order, in front of these */
export function lookList(looks: Looks, measure: Measure, withEarlier: boolean): Look[] {
  const { none, lacking, done, empty, failed, active, scale } = looks;
  const results = [...(measure === 'status' ? [done, empty] : [empty, ...scale]), failed];
  return [none, lacking, ...(withEarlier ? results.map(ofBefore) : []), ...results, active];
}
