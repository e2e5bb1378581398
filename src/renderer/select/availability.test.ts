import { describe, expect, it } from 'vitest';
import { APART, AVAILABLE } from '@/api';
import { allLooks, countStates, STATES, stateOf, stateTable } from './availability';
import { KINDS, OUTSIDE } from './plan';

const { observed, synthetic, response, metadata } = AVAILABLE;

describe('the state of a pair', () => {
  it.each([
    [15, 'ready'],
    [observed + synthetic + response, 'unplaced'],
    [observed + synthetic + metadata, 'response'],
    [observed + response + metadata, 'synthetic'],
    [15 + APART, 'source'],
    [synthetic + APART, 'observed'],
    [response + metadata, 'neither'],
    [15 + OUTSIDE, 'outside'],
  ])('%i is %s', (bits, state) => expect(stateOf(bits, true)).toBe(state));

  it('does not ask for a response that nobody removes', () => {
    expect(stateOf(observed + synthetic + metadata, false)).toBe('ready');
  });
});

it('counts cells by state', () => {
  const histogram = new Float64Array(KINDS);
  histogram[15] = 7;
  histogram[0] = 2;
  histogram[15 + OUTSIDE] = 1;
  expect(countStates(histogram, true)).toMatchObject({ ready: 7, neither: 2, outside: 1, observed: 0 });
});

it('has a look for every state, selected or not', () => {
  expect(stateTable(true)[15]).toBe(STATES.indexOf('ready'));
  const looks = allLooks(false);
  expect(looks).toHaveLength(2 * STATES.length);
  expect(new Set(looks.map(({ colour }) => colour)).size).toBe(looks.length);
});
