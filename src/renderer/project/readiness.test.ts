import { describe, expect, it } from 'vitest';
import { AVAILABLE } from '@/api';
import { defaultParameters } from '@/core/config';
import { APART, packCells } from '@/core/model';
import { readiness } from './readiness';

const both = AVAILABLE.observed | AVAILABLE.synthetic;
const full = both | AVAILABLE.response;

describe('whether a pair can run', () => {
  const project = (remove_response: boolean) => {
    const parameters = defaultParameters();
    return {
      events: [{ id: 'a' }, { id: 'b' }],
      stations: [{ code: 'NZ.AAA' }, { code: 'NZ.BBB' }],
      availability: [packCells([full, both]), packCells([full | APART, AVAILABLE.observed])],
      parameters: { ...parameters, preprocess: { ...parameters.preprocess, remove_response } },
    } as unknown as Parameters<typeof readiness>[0];
  };
  const ready = (given: Parameters<typeof readiness>[0]) =>
    ['a', 'b', 'gone'].flatMap((event) =>
      ['NZ.AAA', 'NZ.BBB', 'NZ.GONE'].filter((station) => readiness(given)({ event, station })).map((s) => event + s),
    );

  it('is told by what there is of it and by what is to be removed', () => {
    expect(ready(project(true))).toEqual(['aNZ.AAA']);
    expect(ready(project(false))).toEqual(['aNZ.AAA', 'aNZ.BBB']);
  });
});
