import type { ExportFilter } from '@/api';

export type Status = ExportFilter['status'][number];

/** Where pairs are taken from. */
export type Scope = 'all' | 'select' | 'results';

/** A filter as it stands in the form. */
export interface FilterText {
  scope: Scope;
  events: string;
  stations: string;
  components: string;
  status: Status[];
  misfit: RangeText;
  cc: RangeText;
  dt: RangeText;
  withWindows: boolean;
}

/** Numbers, or nothing where there is no bound. */
export interface RangeText {
  min: number | null;
  max: number | null;
}

const OPEN: RangeText = { min: null, max: null };

export const NO_FILTER: FilterText = {
  ...{ scope: 'all', events: '', stations: '', components: '', status: [] },
  ...{ misfit: OPEN, cc: OPEN, dt: OPEN, withWindows: false },
};

/** What is selected elsewhere. */
export interface Elsewhere {
  selection: { events: Iterable<string>; stations: Iterable<string> };
  /** As `event/NN.SSS`. */
  results: () => string[];
}

export function toFilter(text: FilterText, { selection, results }: Elsewhere): ExportFilter {
  const { misfit, cc, dt, withWindows, status } = text;
  return {
    events: terms(text.events),
    stations: terms(text.stations),
    components: terms(text.components).map((letter) => letter.toUpperCase()),
    ...{ status, misfit, cc, dt, withWindows },
    within: text.scope === 'select' ? { events: [...selection.events], stations: [...selection.stations] } : null,
    pairs: text.scope === 'results' ? results() : null,
  };
}

/** Separated by commas or blanks, as in the other filters. */
function terms(text: string): string[] {
  return text.split(/[\s,;]+/).filter((term) => term !== '');
}
