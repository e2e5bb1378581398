import { describe, expect, it } from 'vitest';
import { defaultParameters } from '@/core/config';
import { APART, AVAILABLE, packCells } from '@/core/model';
import { countPairs } from './pairCounts';

const { observed, synthetic, response, metadata } = AVAILABLE;
const all = observed | synthetic | response | metadata;

describe('the pairs of a project', () => {
  const cells = [
    [all, all & ~response],
    [all | APART, observed | response],
    [synthetic, 0],
  ];
  const lists = { events: Array(3).fill({}), stations: Array(2).fill({}), availability: cells.map(packCells) };
  const counted = (remove_response: boolean) => {
    const parameters = defaultParameters();
    return countPairs({
      ...lists,
      parameters: { ...parameters, preprocess: { ...parameters.preprocess, remove_response } },
    });
  };

  it('are ready where both sides can be compared and what is to be removed is known', () => {
    expect(counted(true)).toEqual({ all: 6, withBoth: 3, ready: 1 });
    expect(counted(false)).toEqual({ all: 6, withBoth: 3, ready: 2 });
  });
});
