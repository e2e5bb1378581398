import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { HandDecision } from '@/core/model';
import { readRerun } from './rerun';

const decision: HandDecision = {
  ...{ event: 'a', station: 'NZ.BFZ', evaluation: 'i01/s00', verdict: 'edited', by: 'anna' },
  ...{
    at: '2024-05-06T07:08:09.000Z',
    note: 'cycle skip: "late"\nS',
    windows: { Z: [{ left: 10.5, right: 42.25 }], N: [] },
  },
};

function rerun(changes: object = {}): string {
  return stringify({
    format: 'atoa-rerun 1',
    written: { at: '2024-05-06T07:08:09.000Z', atoa: '1.0.0', node: 'v20.0.0', algorithms: 1 },
    ...{ project: 'demo', evaluation: 'i01/s00', selection: { events: [], stations: [], limits: null }, pairs: null },
    results: { pairs: 1, done: 1, failed: 0, windows: 1, misfit: 0.5, misfits_sha256: 'abc' },
    ...{ inputs: {}, parameters: {} },
    ...changes,
  });
}

const refusal = (text: string) => {
  try {
    readRerun(text, 'run.yaml');
  } catch (error) {
    return (error as Error).message;
  }
  return null;
};

describe('the file of a re-run', () => {
  it('keeps decisions by hand as they were made', () => {
    expect(readRerun(rerun({ hand: [decision] }), 'run.yaml').hand).toEqual([decision]);
  });

  it('may be older than decisions by hand', () => {
    expect(readRerun(rerun(), 'run.yaml').hand).toEqual([]);
  });

  it('is refused with the place of what is wrong', () => {
    const of = (changes: object) => refusal(rerun({ hand: [decision, { ...decision, ...changes }] }));
    expect(of({ windows: { Z: [{ left: 42, right: 10 }] } })).toBe(
      'run.yaml does not describe a run: hand.1.windows.Z.0: a window ends after it begins.',
    );
    expect(of({ verdict: 'perhaps' })).toMatch(/hand\.1\.verdict/);
    expect(of({ at: 'yesterday' })).toMatch(/hand\.1\.at/);
    expect(of({ by: undefined })).toMatch(/hand\.1\.by/);
    expect(refusal('format: [')).toMatch(/^run\.yaml is not YAML/);
  });
});
