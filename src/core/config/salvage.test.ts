import { describe, expect, it } from 'vitest';
import { parseParameters } from './parse';
import { salvagePaths } from './salvage';

describe('salvagePaths', () => {
  const observed = (yaml: string) => parseParameters(salvagePaths(yaml), '').paths.observed;

  it('keeps the paths of a text that is wrong elsewhere', () => {
    expect(observed('paths: { observed: data }\nmax_perod: 30\n')).toBe('data');
    expect(observed('paths:\n  observed: data\nmin_period: [\n')).toBe('data');
  });

  it('gives the defaults where paths are wrong themselves', () => {
    for (const yaml of ['paths: { observed: 7 }', 'paths: *nothing', '- a\n- b', '', 'paths: { observd: data }']) {
      expect([yaml, observed(yaml)]).toEqual([yaml, 'observed']);
    }
  });
});
