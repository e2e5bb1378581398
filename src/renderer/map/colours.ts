import { useComputedColorScheme } from '@mantine/core';

export interface MapColours {
  sea: string;
  land: string;
  coast: string;
  border: string;
  grid: string;
  outline: string;
  station: string;
  stationIdle: string;
  idle: string;
  ring: string;
  paper: string;
}

const LIGHT: MapColours = {
  sea: '#eef3f6',
  land: '#fbfaf7',
  coast: '#a9b4bf',
  border: '#d9d9d2',
  grid: '#e2e9ee',
  outline: '#1b2027',
  station: '#0f6a80',
  stationIdle: '#8b96a3',
  idle: '#9aa3ae',
  ring: '#1b2027',
  paper: '#ffffff',
};
const DARK: MapColours = {
  sea: '#161b20',
  land: '#242a31',
  coast: '#4d5864',
  border: '#363e47',
  grid: '#1e242a',
  outline: '#0e1114',
  station: '#58b4c8',
  stationIdle: '#68717d',
  idle: '#68717d',
  ring: '#f1f3f5',
  paper: '#f1f3f5',
};

/** Of maps that are saved. */
export const PAPER_MAP_COLOURS = LIGHT;

export function useMapColours(): MapColours {
  return useComputedColorScheme('light') === 'dark' ? DARK : LIGHT;
}

/** Upper ends of the depth classes in km, and their colours from shallow to deep. */
export const DEPTHS: [upTo: number, colour: string][] = [
  [15, '#e8590c'],
  [35, '#f2a30f'],
  [70, '#66a80f'],
  [150, '#1098ad'],
  [300, '#4263eb'],
  [Infinity, '#862e9c'],
];

export function depthColour(depthKm: number | null): string {
  return depthKm === null ? '#868e96' : DEPTHS.find(([upTo]) => depthKm < upTo)![1];
}
