import { describe, expect, it } from 'vitest';
import type { AdjointSource, Trace } from '@/core/model';
import type { ComponentResult, PairResult } from '@/core/pair';
import { adjointFiles } from './adjoints';
import { emptyResult } from './outcome';

function traceOf(channel: string, length = 3): Trace {
  const id = { network: 'NZ', station: 'BFZ', location: '', channel };
  return { ...id, starttime: 0n, delta: 0.5, data: new Float64Array(length) };
}
function componentOf(letter: string, data: number[] | null): ComponentResult {
  const source = { channel: `BX${letter}`, component: letter, delta: 0.5, data: Float64Array.from(data ?? []) };
  const adjoint = { ...source, type: 'waveform', misfit: 1, minPeriod: 1, maxPeriod: 2, windows: [] } as AdjointSource;
  return {
    component: letter,
    observed: traceOf(`HH${letter}`),
    synthetic: traceOf(`BX${letter}`),
    stalta: null,
    windows: [],
    rejected: {},
    funnel: [],
    adjoint: data && adjoint,
  };
}
const resultOf = (components: ComponentResult[]): PairResult => ({ ...emptyResult(null), timeOffset: -1, components });
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('adjoint source files', () => {
  it('are none where there is no source', () => {
    expect(adjointFiles('NZ.BFZ', ['E', 'N', 'Z'], resultOf([componentOf('Z', null)]))).toEqual([]);
  });

  it('are of all configured components where one has a source; the others are zero', () => {
    const files = adjointFiles(
      'NZ.BFZ',
      ['E', 'N', 'Z'],
      resultOf([componentOf('N', null), componentOf('Z', [1, 2, 3])]),
    );
    expect(files.map(({ name }) => name)).toEqual(['NZ.BFZ.BXE.adj', 'NZ.BFZ.BXN.adj', 'NZ.BFZ.BXZ.adj']);
    const column = (index: number) =>
      files.map(({ bytes }) =>
        textOf(bytes)
          .trim()
          .split('\n')
          .map((line) => Number(line.split(' ')[index])),
      );
    expect(column(0)[0]).toEqual([-1, -0.5, 0]);
    expect(column(1)).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [1, 2, 3],
    ]);
  });

  it('are of the configured components only', () => {
    const files = adjointFiles('NZ.BFZ', ['Y'], resultOf([componentOf('Y', [1, 2, 3])]));
    expect(files.map(({ name }) => name)).toEqual(['NZ.BFZ.BXY.adj']);
  });
});
