import { useComputedColorScheme } from '@mantine/core';

export interface ChartColours {
  observed: string;
  synthetic: string;
  stalta: string;
  adjoint: string;
  text: string;
  grid: string;
  halo: string;
  window: string;
  windowEdge: string;
  rejected: string;
  arrival: string;
  /** Of another evaluation. */
  other: string;
  /** Windows of an earlier decision. */
  preview: string;
}

const LIGHT: ChartColours = {
  observed: '#1b2027',
  synthetic: '#d9480f',
  stalta: '#6b7683',
  adjoint: '#6741d9',
  text: '#596270',
  grid: '#eceff2',
  halo: 'rgb(255 255 255 / 80%)',
  window: 'rgb(15 106 128 / 12%)',
  windowEdge: 'rgb(15 106 128 / 75%)',
  rejected: '#9aa3ae',
  arrival: '#0b7285',
  other: '#1864ab',
  preview: '#862e9c',
};
const DARK: ChartColours = {
  observed: '#e8ebee',
  synthetic: '#ff8a5c',
  stalta: '#8b96a3',
  adjoint: '#b197fc',
  text: '#98a1ac',
  grid: '#272e36',
  halo: 'rgb(27 32 38 / 80%)',
  window: 'rgb(75 157 176 / 18%)',
  windowEdge: 'rgb(115 179 194 / 80%)',
  rejected: '#68717d',
  arrival: '#66d9e8',
  other: '#74c0fc',
  preview: '#e599f7',
};

/** Of charts that are saved. */
export const PAPER_CHART_COLOURS = LIGHT;

/** Colours for canvases, which see no style sheet. Observed black, synthetic red, as the field draws them. */
export function useChartColours(): ChartColours {
  return useComputedColorScheme('light') === 'dark' ? DARK : LIGHT;
}
