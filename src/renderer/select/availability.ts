import { APART, AVAILABLE } from '@/api';
import type { Look } from '../matrix';
import { isReady } from '@/core/model';
import { KINDS, OUTSIDE } from './plan';

/** What a pair is, for one who wants to run it. What matters most comes last. */
export const STATES = [
  'outside',
  'ready',
  'unplaced',
  'response',
  'source',
  'synthetic',
  'observed',
  'neither',
] as const;
export type AvailabilityState = (typeof STATES)[number];

/** @param bits those of AVAILABLE, APART and OUTSIDE */
export function stateOf(bits: number, withResponse: boolean): AvailabilityState {
  if ((bits & OUTSIDE) !== 0) return 'outside';
  const observed = (bits & AVAILABLE.observed) !== 0;
  const synthetic = (bits & AVAILABLE.synthetic) !== 0;
  if (!observed) return synthetic ? 'observed' : 'neither';
  if (!synthetic) return 'synthetic';
  if ((bits & APART) !== 0) return 'source';
  if (!isReady(bits, withResponse)) return 'response';
  return (bits & AVAILABLE.metadata) !== 0 ? 'ready' : 'unplaced';
}

/** The index of the state of every kind of cell: a look-up for drawing. */
export function stateTable(withResponse: boolean): Uint8Array {
  return Uint8Array.from({ length: KINDS }, (_, bits) => STATES.indexOf(stateOf(bits, withResponse)));
}

/** How many cells of a histogram are in each state. */
export function countStates(histogram: ArrayLike<number>, withResponse: boolean): Record<AvailabilityState, number> {
  const counts = { outside: 0, ready: 0, unplaced: 0, response: 0, source: 0, synthetic: 0, observed: 0, neither: 0 };
  for (let bits = 0; bits < KINDS; bits++) counts[stateOf(bits, withResponse)] += histogram[bits]!;
  return counts;
}

const LIGHT: Record<AvailabilityState, Look> = {
  outside: { colour: '#e4e7eb', glyph: 'dot', ink: '#7b8592' },
  ready: { colour: '#4b9db0', glyph: 'none', ink: '#ffffff' },
  unplaced: { colour: '#a3cdd7', glyph: 'ring', ink: '#0b586b' },
  response: { colour: '#f2c14e', glyph: 'plus', ink: '#5c3d00' },
  source: { colour: '#cdb4e0', glyph: 'dash', ink: '#45206b' },
  synthetic: { colour: '#f0a37e', glyph: 'slash', ink: '#6b2400' },
  observed: { colour: '#e07a7a', glyph: 'backslash', ink: '#5e0d0d' },
  neither: { colour: '#8a3b4f', glyph: 'cross', ink: '#ffffff' },
};
const DARK: Record<AvailabilityState, Look> = {
  outside: { colour: '#2b323a', glyph: 'dot', ink: '#68717d' },
  ready: { colour: '#187a91', glyph: 'none', ink: '#ffffff' },
  unplaced: { colour: '#2c5663', glyph: 'ring', ink: '#a3cdd7' },
  response: { colour: '#b98a1f', glyph: 'plus', ink: '#1b1400' },
  source: { colour: '#7d5f9c', glyph: 'dash', ink: '#14041f' },
  synthetic: { colour: '#b5623a', glyph: 'slash', ink: '#1f0b00' },
  observed: { colour: '#a84a4a', glyph: 'backslash', ink: '#1d0303' },
  neither: { colour: '#d08a9b', glyph: 'cross', ink: '#2c0a14' },
};

export function looksOf(dark: boolean): Record<AvailabilityState, Look> {
  return dark ? DARK : LIGHT;
}

/** A colour moved towards another, for cells that are not selected. */
function mixed(from: string, to: string, share: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  const parts = [1, 3, 5].map((at) => Math.round(channel(from, at) * (1 - share) + channel(to, at) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** The looks of cells: first of those that are not selected, faint, then of those that are. */
export function allLooks(dark: boolean): Look[] {
  const paper = dark ? '#1b2026' : '#ffffff';
  const looks = STATES.map((state) => looksOf(dark)[state]);
  const faint = looks.map(({ colour, glyph, ink }) => ({
    ...{ glyph, colour: mixed(colour, paper, 0.72), ink: mixed(ink, paper, 0.55) },
  }));
  return [...faint, ...looks];
}
