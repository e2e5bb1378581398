import { findPreset, preset, PRESET_NAMES, type PresetName } from '@/core/config';
import { columns } from '../columns';
import { UsageError } from '../usage';

/** Prints the published window parameters, or those of one set.
 *  @throws UsageError for a name that is none */
export function printPresets(text: string | undefined, { json }: { json: boolean }): number {
  const names = text === undefined ? PRESET_NAMES : [named(text)];
  if (json) {
    console.log(JSON.stringify(Object.fromEntries(names.map((name) => [name, preset(name)])), null, 1));
  } else {
    console.log((text === undefined ? list() : details(names[0]!)).join('\n'));
  }
  return 0;
}

function named(text: string): PresetName {
  const name = findPreset(text);
  if (name === null) throw new UsageError(`there is no preset "${text}"; \`atoa presets\` lists them`);
  return name;
}

function list(): string[] {
  const rows = PRESET_NAMES.map((name) => [name, preset(name).title]);
  const citations = new Set(PRESET_NAMES.map((name) => preset(name).citation));
  return [...columns(['pyflex_preset', 'used for'], rows), '', ...citations];
}

function details(name: PresetName): string[] {
  const { title, citation, note, values } = preset(name);
  const rows = Object.entries(values).map(([key, value]) => [key, String(value)]);
  const told = [name, title, citation, ...(note === null ? [] : [note])];
  return [...told, '', ...(rows.length > 0 ? columns(['parameter', 'value'], rows) : ['all defaults'])];
}
