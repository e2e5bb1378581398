import { findPreset, preset } from '@/core/config';

/** What to know before the preset is used that a parameter names.
 *  @param key the parameter, with dots
 *  @returns null for nothing, and for every other parameter */
export function presetNote(key: string, value: unknown): string | null {
  const name = key === 'pyflex_preset' && typeof value === 'string' ? findPreset(value) : null;
  return name === null ? null : preset(name).note;
}
