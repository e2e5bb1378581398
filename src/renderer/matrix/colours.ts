import { useComputedColorScheme } from '@mantine/core';

/** Colours of what is drawn around the cells. */
export interface MatrixColours {
  text: string;
  dim: string;
  /** Outlines of the cell pointed at, of the one with the focus, and of the one that is open. */
  hover: string;
  focus: string;
  open: string;
  halo: string;
  band: string;
}

const LIGHT: MatrixColours = {
  text: '#1b2027',
  dim: '#596270',
  hover: '#1b2027',
  focus: '#0f6a80',
  open: '#1b2027',
  halo: '#ffffff',
  band: 'rgb(27 32 39 / 7%)',
};
const DARK: MatrixColours = {
  text: '#d8dce1',
  dim: '#98a1ac',
  hover: '#ffffff',
  focus: '#4b9db0',
  open: '#ffffff',
  halo: '#101317',
  band: 'rgb(255 255 255 / 9%)',
};

export function useMatrixColours(): MatrixColours {
  return useComputedColorScheme('light') === 'dark' ? DARK : LIGHT;
}
