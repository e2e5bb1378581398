import { describe, expect, it } from 'vitest';
import type { Parameters } from './schema';
import { amplitudesOf } from './amplitudes';
import { defaultParameters } from './schema';

const given = (part: Partial<Parameters>, preprocess: Partial<Parameters['preprocess']> = {}): Parameters => {
  const base = defaultParameters();
  return { ...base, ...part, preprocess: { ...base.preprocess, ...preprocess } };
};

describe('amplitudes', () => {
  it('of recordings are ground motion once their response is removed, not before', () => {
    const parameters = given({ st_obs_type: 'obs', unit_output: 'VEL' }, { remove_response: true });
    expect(amplitudesOf(parameters, true)).toBe('VEL');
    expect(amplitudesOf(parameters, false)).toBe('recorded');
  });

  it('are what the files hold where no response is to be removed', () => {
    const parameters = given({ st_obs_type: 'obs' }, { remove_response: false });
    expect([true, false].map((isPreprocessed) => amplitudesOf(parameters, isPreprocessed))).toEqual(['file', 'file']);
    const { executive } = parameters;
    const steps = executive.steps.filter((step) => step !== 'preprocess');
    const raw = given({ st_obs_type: 'obs', executive: { ...executive, steps } }, { remove_response: true });
    expect(amplitudesOf(raw, false)).toBe('file');
  });

  it('of two simulations are ground motion always', () => {
    const parameters = given({ st_obs_type: 'syn', unit_output: 'ACC' });
    expect([true, false].map((isPreprocessed) => amplitudesOf(parameters, isPreprocessed))).toEqual(['ACC', 'ACC']);
  });

  it('that are normalized have no unit, once they are', () => {
    const parameters = given({ st_obs_type: 'syn' }, { normalize_to: 'one' });
    expect(amplitudesOf(parameters, true)).toBe('normalized');
    expect(amplitudesOf(parameters, false)).toBe('DISP');
  });
});
