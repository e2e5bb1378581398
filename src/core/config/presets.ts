import presets from './presets.json';
import type { WindowParameters } from './windows';

/** A set of window parameters that was published with results; what it leaves out keeps its default. */
export interface Preset {
  /** What it was used for, after its authors. */
  title: string;
  citation: string;
  /** What to know before it is used; null for nothing. */
  note: string | null;
  values: Partial<WindowParameters>;
}

/** The name that `pyflex_preset` takes. The periods in a name are those of the data that the set was tuned for; they are
 *  no part of it. */
export type PresetName = keyof typeof presets;
export const PRESET_NAMES = Object.keys(presets) as [PresetName, ...PresetName[]];

const CITATIONS: Record<string, string> = {
  default: 'The defaults of all window parameters.',
  maggi2009:
    'Maggi, A., Tape, C., Chen, M., Chao, D., Tromp, J. (2009). An automated time-window selection algorithm for seismic tomography. Geophysical Journal International 178, 257-281. doi:10.1111/j.1365-246X.2009.04099.x',
  chow2022:
    'Chow, B., Kaneko, Y., Tape, C., Modrak, R., Mortimer, N., Bannister, S., Townend, J. (2022). Strong upper-plate heterogeneity at the Hikurangi subduction margin (North Island, New Zealand) imaged by adjoint tomography. Journal of Geophysical Research: Solid Earth 127, e2021JB022865. doi:10.1029/2021JB022865',
};

const NOTES: Partial<Record<PresetName, string>> = {
  chow2022_ristau_10_30s:
    'As published: c_1 of 20 Tmin, c_3a to c_4b and a surface wave velocity of 16 km/s look as if their decimal points were lost. Such limits leave hardly a window.',
};

export function preset(name: PresetName): Preset {
  const { title, source, values } = presets[name];
  return { title, citation: CITATIONS[source]!, note: NOTES[name] ?? null, values };
}

/** The preset meant by a name or a title, whatever their case and dashes; null where there is none. */
export function findPreset(text: string): PresetName | null {
  const wanted = plain(text);
  return PRESET_NAMES.find((name) => plain(name) === wanted || plain(presets[name].title) === wanted) ?? null;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
}
