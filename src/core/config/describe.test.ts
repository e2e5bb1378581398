import { describe, expect, it } from 'vitest';
import { ADJOINT_SOURCE_TYPES, defaultParameters, describeGroups, describeParameters } from './index';

const fields = describeParameters();
const field = (path: string) => fields.find((each) => each.path.join('.') === path)!;

describe('describeParameters', () => {
  it('tells type, range, unit, help and default of a number', () => {
    expect(field('min_period')).toMatchObject({
      ...{ group: null, kind: 'number', title: 'Shortest period', unit: 's', default: 10, optional: false },
      ...{ min: 0, max: null, above: true },
    });
    expect(field('preprocess.corners')).toMatchObject({ kind: 'integer', min: 1, max: 10, above: false });
    expect(field('pyflex_parameters.noise_start_index')).toMatchObject({ kind: 'integer', min: null, max: null });
  });

  it('knows what may be left out', () => {
    expect(field('iteration')).toMatchObject({ kind: 'integer', optional: true, default: null, min: 1, max: 99 });
    expect(field('preprocess.normalize_to')).toMatchObject({ kind: 'choice', choices: ['obs', 'syn', 'one'] });
  });

  it('tells numbers that may be lists, lists, and sets of choices apart', () => {
    expect(field('pyflex_parameters.cc_acceptance_level')).toMatchObject({ kind: 'number', min: 0 });
    expect(field('preprocess.pre_filt')).toMatchObject({ kind: 'list', optional: true });
    expect(field('executive.steps')).toMatchObject({ kind: 'set', choices: ['standardize', 'preprocess', 'window'] });
  });

  it('shows with the windows what has to do with them: the preset first, the amplitude last', () => {
    const windows = fields.filter(({ group }) => group === 'pyflex_parameters').map(({ path }) => path.join('.'));
    expect([windows[0], windows.at(-1)]).toEqual(['pyflex_preset', 'win_amp_ratio']);
    expect(field('win_amp_ratio')).toMatchObject({ title: 'Least window amplitude', min: 0, max: 1 });
  });

  it('shows a preset with the parameters that it sets', () => {
    expect(field('pyflex_preset')).toMatchObject({ group: 'pyflex_parameters', path: ['pyflex_preset'] });
  });

  it('leaves out what has only one value', () => {
    expect(field('pyflex_parameters.window_weight_fct')).toBeUndefined();
  });

  it('gives every field a title, a help text, and the default that the schema fills in', () => {
    const defaults = defaultParameters();
    for (const { path, title, help, default: initial } of fields) {
      const filled = path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], defaults);
      expect({ path, default: initial }).toEqual({ path, default: filled });
      expect([path, title.length > 0, help.length > 0]).toEqual([path, true, true]);
    }
  });
});

it('names in its help only parameters that there are', () => {
  const known = new Set(fields.flatMap(({ path }) => path));
  const named = fields.flatMap(({ help }) => help.match(/\b[a-z]+\d?(_[a-z\d]+)+\b/g) ?? []);
  const others: readonly string[] = [...ADJOINT_SOURCE_TYPES, 'synthetic_i01s00'];
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !known.has(name) && !others.includes(name))).toEqual([]);
});

it('lists the groups of all fields', () => {
  const keys = describeGroups().map(({ key }) => key);
  expect(keys[0]).toBeNull();
  expect(new Set(fields.map(({ group }) => group))).toEqual(new Set(keys));
});
