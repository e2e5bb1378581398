import { describe, expect, it } from 'vitest';
import { hasReference, NO_REFERENCE, referenceJson } from '../../../test/support/reference';
import { ConfigError, defaultParameters, findPreset, parseParameters, preset, PRESET_NAMES } from './index';

const windows = (yaml: string) => parseParameters(yaml, 'atoa.yaml').pyflex_parameters;
const defaults = defaultParameters().pyflex_parameters;

describe('presets', () => {
  it.each(PRESET_NAMES)('%s has values in range, a title and a citation', (name) => {
    const { title, citation, values } = preset(name);
    expect(windows(`pyflex_preset: ${name}\n`)).toEqual({ ...defaults, ...values });
    expect([findPreset(title), citation.length > 20]).toEqual([name, true]);
  });

  it.skipIf(!hasReference)(`are all that were published ${hasReference ? '' : NO_REFERENCE}`, () => {
    const published = referenceJson<{ presets: Record<string, object> }>('presets').presets;
    expect(Object.keys(published).map(findPreset)).toEqual(PRESET_NAMES);
    for (const [title, values] of Object.entries(published)) {
      const name = findPreset(title)!;
      expect(windows(`pyflex_preset: ${name}\n`)).toMatchObject(values);
    }
  });

  it('warn of the one set whose limits leave hardly a window', () => {
    const noted = PRESET_NAMES.filter((name) => preset(name).note !== null);
    expect(noted).toEqual(['chow2022_ristau_10_30s']);
  });

  it('give window parameters to begin with, over which the own ones win', () => {
    const p = parseParameters('pyflex_preset: maggi2009_global_50_150s\npyflex_parameters:\n  c_0: 0.9\n', 'atoa.yaml');
    expect(p.pyflex_preset).toBe('maggi2009_global_50_150s');
    expect(p.pyflex_parameters).toMatchObject({ c_0: 0.9, c_1: 4, s2n_limit: 2.5, min_surface_wave_velocity: 3 });
  });

  it('are known by their titles, too', () => {
    const p = parseParameters('pyflex_preset: "Chow et al. (2022): Leg 2 (10--30s)"\n', 'atoa.yaml');
    expect([p.pyflex_preset, p.pyflex_parameters.s2n_limit]).toEqual(['chow2022_leg2_10_30s', 3]);
  });

  it('can be chosen on the command line', () => {
    const p = parseParameters('', 'atoa.yaml', ['pyflex_preset=maggi2009_japan_6_30s', 'pyflex_parameters.c_1=2']);
    expect([p.pyflex_parameters.c_1, p.pyflex_parameters.stalta_waterlevel]).toEqual([2, 0.12]);
  });

  it('suggest the nearest name for one that is not there', () => {
    expect(() => windows('pyflex_preset: maggi2009_japan\n')).toThrow(ConfigError);
    expect(() => windows('pyflex_preset: maggi2009_japan\n')).toThrow(/did you mean "maggi2009_japan_6_30s"/);
    expect(() => windows('pyflex_preset: 3\n')).toThrow(/"pyflex_preset" is 3: must be one of/);
  });
});
