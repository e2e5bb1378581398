import { describe, expect, it } from 'vitest';
import { PRESET_NAMES } from '@/core/config';
import { presetNote } from './presetNote';

describe('the note on a preset', () => {
  it('warns of the one that was published with points lost, by its name and by its title', () => {
    expect(presetNote('pyflex_preset', 'chow2022_ristau_10_30s')).toMatch(/decimal points were lost/);
    expect(presetNote('pyflex_preset', 'Chow et al. (2022): Ristau 1D (10–30 s)')).toMatch(/hardly a window/);
  });

  it('is with no other preset', () => {
    const noted = PRESET_NAMES.filter((name) => presetNote('pyflex_preset', name) !== null);
    expect(noted).toEqual(['chow2022_ristau_10_30s']);
  });

  it('is with no other parameter, and with no value that is none', () => {
    expect(presetNote('event_id', 'chow2022_ristau_10_30s')).toBeNull();
    expect(presetNote('pyflex_preset', null)).toBeNull();
    expect(presetNote('pyflex_preset', 'chow')).toBeNull();
  });
});
