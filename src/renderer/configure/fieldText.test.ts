import { describe, expect, it } from 'vitest';
import { describeParameters } from '@/core/config';
import { defaultText, stepped, typedValue, valueText } from './fieldText';

const field = (key: string) => describeParameters().find(({ path }) => path.at(-1) === key)!;

describe('typedValue', () => {
  it('reads numbers, also with a comma, and gives on what is none', () => {
    expect(typedValue(field('min_period'), ' 8,5 ')).toBe(8.5);
    expect(typedValue(field('min_period'), 'abc')).toBe('abc');
  });

  it('reads lists with and without brackets', () => {
    expect(typedValue(field('pre_filt'), '0.01, 0.02, 1, 2')).toEqual([0.01, 0.02, 1, 2]);
    expect(typedValue(field('period_bands'), '[[8, 20], [20, 40]]')).toEqual([
      [8, 20],
      [20, 40],
    ]);
    expect(typedValue(field('cc_acceptance_level'), '[0.7, 0.8]')).toEqual([0.7, 0.8]);
    expect(typedValue(field('pre_filt'), '[1, 2')).toBe('[1, 2');
  });

  it('leaves an empty field to the default, or to nothing where the default is something else', () => {
    expect(typedValue(field('min_period'), '')).toBeUndefined();
    expect(typedValue(field('iteration'), '')).toBeUndefined();
    expect(typedValue(field('water_level'), '')).toBeNull();
  });
});

it('writes what it reads', () => {
  for (const value of [
    [1, 2],
    [
      [8, 20],
      [20, 40],
    ],
  ])
    expect(typedValue(field('pre_filt'), valueText(value))).toEqual(value);
  expect(defaultText(null, 's', 'none')).toBe('none');
  expect(defaultText(10, 's', 'none')).toBe('10 s');
});

it('steps by a tenth of the order of magnitude, within bounds', () => {
  expect(stepped(field('stalta_waterlevel'), 0.07, 1)).toBe(0.071);
  expect(stepped(field('max_period'), 100, -1)).toBe(90);
  expect(stepped(field('corners'), 10, 1)).toBe(10);
  expect(stepped(field('c_2'), 0, -1)).toBe(0);
  expect(stepped(field('min_period'), 0.001, -10)).toBeGreaterThan(0);
});
