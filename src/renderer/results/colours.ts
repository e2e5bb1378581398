import { useComputedColorScheme } from '@mantine/core';
import { scaleColours } from '../matrix';
import { oklchColour } from './oklch';

export interface PlotColours {
  dark: boolean;
  text: string;
  strong: string;
  grid: string;
  axis: string;
  /** What is there beside a selection. */
  rest: string;
  /** What belongs to no component. */
  plain: string;
  focus: string;
  band: string;
  paper: string;
  components: Record<string, string>;
}

/** Told apart by eyes that lack a kind of cone, and by lightness. @see Okabe & Ito 2008 */
const LIGHT_COMPONENTS = { E: '#009e73', N: '#d98200', Z: '#0f5fa8', T: '#009e73', R: '#d98200' };
const DARK_COMPONENTS = { E: '#27c79a', N: '#f0a92b', Z: '#5aa9e6', T: '#27c79a', R: '#f0a92b' };

const LIGHT: PlotColours = {
  dark: false,
  text: '#596270',
  strong: '#1b2027',
  grid: '#eceff2',
  axis: '#9aa3ae',
  rest: '#d3d8de',
  plain: '#187a91',
  focus: '#0f6a80',
  band: 'rgb(15 106 128 / 14%)',
  paper: '#ffffff',
  components: LIGHT_COMPONENTS,
};
const DARK: PlotColours = {
  dark: true,
  text: '#98a1ac',
  strong: '#e8ebee',
  grid: '#272e36',
  axis: '#68717d',
  rest: '#434c57',
  plain: '#4b9db0',
  focus: '#73b3c2',
  band: 'rgb(115 179 194 / 20%)',
  paper: '#1b2026',
  components: DARK_COMPONENTS,
};

/** Of plots that are saved. */
export const PAPER_COLOURS = LIGHT;

/** Colours of plots on canvases, which see no style sheet. */
export function usePlotColours(): PlotColours {
  return useComputedColorScheme('light') === 'dark' ? DARK : LIGHT;
}

export function componentColour(colours: PlotColours, component: string | null): string {
  return (component !== null && colours.components[component]) || colours.plain;
}

/** Steps of a colour scale. */
export const SCALE_STEPS = 65;

/** From blue over a neutral middle, which recedes into the page, to orange, in even steps of lightness and chroma. Blue and
 *  orange are told apart by all kinds of colour vision. */
function divergingColours(dark: boolean): string[] {
  const half = (SCALE_STEPS - 1) / 2;
  const [middle, end] = dark ? [0.4, 0.82] : [0.86, 0.42];
  return Array.from({ length: SCALE_STEPS }, (_, i) => {
    const share = Math.abs(i - half) / half;
    const hue = i < half ? (dark ? 240 : 258) : dark ? 65 : 42;
    return oklchColour(middle + (end - middle) * share, 0.012 + 0.118 * share, hue);
  });
}

const cache = new Map<string, string[]>();

/** The colours of a scale from its low to its high end. */
export function scaleOf(kind: 'sequential' | 'diverging', dark: boolean): string[] {
  const key = `${kind} ${dark}`;
  let colours = cache.get(key);
  if (!colours)
    cache.set(key, (colours = kind === 'diverging' ? divergingColours(dark) : scaleColours(SCALE_STEPS, dark)));
  return colours;
}
