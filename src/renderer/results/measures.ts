import type { ResultColumns } from './store/columns';

export interface Measure {
  key: string;
  /** What has a value of it. */
  level: 'window' | 'pair';
  /** Empty for what has none. */
  unit: string;
  /** Signed ones are looked at about zero. */
  kind: 'signed' | 'positive' | 'whole' | 'free';
  /** Digits after the point. */
  digits: number;
}

const measure = <K extends string>(
  key: K,
  level: Measure['level'],
  unit: string,
  kind: Measure['kind'],
  digits: number,
) => ({ key, level, unit, kind, digits });

/** What plots, maps and tables can show of windows and pairs. */
export const MEASURES = {
  dt: measure('dt', 'window', 's', 'signed', 2),
  dlnA: measure('dlnA', 'window', '', 'signed', 3),
  cc: measure('cc', 'window', '', 'free', 3),
  misfit: measure('misfit', 'window', '', 'positive', 3),
  length: measure('length', 'window', 's', 'positive', 1),
  start: measure('start', 'window', 's', 'free', 1),
  weight: measure('weight', 'window', '', 'positive', 2),
  pairMisfit: measure('pairMisfit', 'pair', '', 'positive', 3),
  windows: measure('windows', 'pair', '', 'whole', 0),
  distance: measure('distance', 'pair', 'km', 'positive', 0),
  azimuth: measure('azimuth', 'pair', '°', 'free', 1),
  backazimuth: measure('backazimuth', 'pair', '°', 'free', 1),
} as const satisfies Record<string, Measure>;

export type MeasureKey = keyof typeof MEASURES;

export const MEASURE_KEYS = Object.keys(MEASURES) as MeasureKey[];
export const WINDOW_MEASURES = MEASURE_KEYS.filter((key) => MEASURES[key].level === 'window');

/** The column of a measure: by rows of windows, or by places of pairs. NaN where there is no value. */
export function columnOf({ pairs, windows }: ResultColumns, key: MeasureKey): Float64Array | Float32Array {
  switch (key) {
    case 'pairMisfit':
      return pairs.misfit;
    case 'windows':
    case 'distance':
    case 'azimuth':
    case 'backazimuth':
      return pairs[key];
    default:
      return windows[key];
  }
}
