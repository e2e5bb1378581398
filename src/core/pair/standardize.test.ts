import { describe, expect, it } from 'vitest';
import { defaultParameters } from '@/core/config';
import { addSeconds, parseTime, type Trace } from '@/core/model';
import { Notes } from './notes';
import { makeSides } from './sides';
import { conform, standardize } from './standardize';

const START = parseTime('2020-01-01T00:00:00Z');
const ids = { network: 'XX', station: 'A', location: '', channel: 'BXZ' };
const trace = (seconds: number, data: number[], delta = 1): Trace => ({
  ...ids,
  starttime: addSeconds(START, seconds),
  delta,
  data: Float64Array.from(data),
});
const model = trace(0, [0, 0, 0, 0]);
const conformed = (given: Trace) => [...conform(given, model).data];

describe('conforming a trace to another', () => {
  it('pads a late start with zeros and moves it to the model’s start', () => {
    expect(conformed(trace(2, [5, 6, 7]))).toEqual([0, 0, 5, 6]);
    expect(conformed(trace(1.7, [5, 6, 7]))).toEqual([0, 5, 6, 7]);
  });

  it('cuts an early start at the nearest sample, halves upwards', () => {
    expect(conformed(trace(-2, [1, 2, 3, 4, 5, 6, 7, 8]))).toEqual([3, 4, 5, 6]);
    expect(conformed(trace(-1.6, [1, 2, 3, 4, 5, 6, 7, 8]))).toEqual([3, 4, 5, 6]);
    expect(conformed(trace(-1.4, [1, 2, 3, 4, 5, 6, 7, 8]))).toEqual([2, 3, 4, 5]);
  });

  it('loses a last sample that lies half a sample late', () => {
    expect(conformed(trace(-1.5, [1, 2, 3, 4, 5, 6, 7, 8]))).toEqual([3, 4, 5, 0]);
  });

  it('appends zeros to an early end', () => {
    expect(conformed(trace(-1, [1, 2, 3]))).toEqual([2, 3, 0, 0]);
  });

  it('resamples another rate', () => {
    const fine = trace(
      0,
      Array.from({ length: 40 }, () => 2),
      0.1,
    );
    const { delta, starttime, data } = conform(fine, model);
    expect({ delta, starttime, length: data.length }).toEqual({ delta: 1, starttime: START, length: 4 });
    expect(data[1]).toBeCloseTo(2, 9);
  });
});

it('pads late observed traces also where synthetic ones conform to them', () => {
  const parameters = defaultParameters();
  parameters.preprocess.standardize_to = 'obs';
  const sides = makeSides(parameters, new Map([['Z', trace(2, [5, 6])]]), new Map([['Z', trace(0, [1, 2, 3, 4, 9])]]));
  const { observed, synthetic } = standardize(sides, parameters, new Notes(() => undefined));
  expect(observed.traces.get('Z')).toMatchObject({ starttime: START, data: Float64Array.of(0, 0, 5, 6) });
  expect(synthetic.traces.get('Z')).toMatchObject({ starttime: START, data: Float64Array.of(1, 2, 3, 4) });
});
