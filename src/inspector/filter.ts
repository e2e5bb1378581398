import { pairId, wildcard, type PairOutcome, type PartnerOutcome, type WindowSummary } from '@/core/model';

/** Bounds, both included; null where there is none. */
export interface Range {
  min: number | null;
  max: number | null;
}

/** A pair that is done without any window is empty. */
export type RowStatus = 'done' | 'empty' | 'failed';

/** Which rows of a table are wanted. An empty list means all. */
export interface RowFilter {
  /** Ids, with the wildcards * and ?. */
  events: string[];
  /** NN.SSS or SSS, with wildcards; of NN.SSS.LL.CCC the first two parts count. */
  stations: string[];
  /** Component letters. */
  components: string[];
  status: RowStatus[];
  /** Of the pair; of the two stations in the table of these. */
  misfit: Range;
  /** Of windows; of a pair, one window that passes is enough. Stations are compared by their similarity. */
  cc: Range;
  /** s, of windows. */
  dt: Range;
  /** Leaves out pairs without windows. */
  withWindows: boolean;
  /** Events and stations that are selected elsewhere; null where that does not matter. */
  within: { events: string[]; stations: string[] } | null;
  /** Just these pairs, as `event/NN.SSS`; null where that does not matter. */
  pairs: string[] | null;
}

const ANY: Range = { min: null, max: null };

export const ALL_ROWS: RowFilter = {
  ...{ events: [], stations: [], components: [], status: [] },
  ...{ misfit: ANY, cc: ANY, dt: ANY, withWindows: false, within: null, pairs: null },
};

/** A filter as tests, made once for all rows. */
export interface RowTests {
  pair(outcome: PairOutcome): boolean;
  component(letter: string): boolean;
  window(window: WindowSummary): boolean;
  stationPair(outcome: PairOutcome, partner: PartnerOutcome): boolean;
}

export function rowTests(filter: RowFilter): RowTests {
  const { misfit, cc, dt, withWindows, within } = filter;
  const event = both(anyOf(filter.events), oneOf(within?.events));
  const station = both(anyOf(filter.stations.map(stationPattern)), oneOf(within?.stations));
  const chosen = oneOf(filter.pairs ?? undefined);
  const status = oneOf(filter.status.length === 0 ? undefined : filter.status);
  const component = oneOf(filter.components.length === 0 ? undefined : filter.components);
  const window = (each: WindowSummary) => isIn(cc, each.cc) && isIn(dt, each.dt);
  const isOfWindows = withWindows || !isOpen(cc) || !isOpen(dt);
  const measured = (outcome: PairOutcome) =>
    Object.entries(outcome.components).some(
      ([letter, { windows }]) => component(letter) && (!isOfWindows || windows.some(window)),
    );
  const isOfComponents = filter.components.length > 0 || isOfWindows;
  return {
    component,
    window,
    pair: (outcome) =>
      event(outcome.event) &&
      station(outcome.station) &&
      status(statusOf(outcome)) &&
      isIn(misfit, outcome.misfit) &&
      chosen(pairId(outcome)) &&
      (!isOfComponents || measured(outcome)),
    stationPair: (outcome, partner) =>
      event(outcome.event) &&
      (station(outcome.station) || station(partner.station)) &&
      status(statusOf(outcome)) &&
      component(partner.component) &&
      (chosen(pairId(outcome)) || chosen(`${outcome.event}/${partner.station}`)) &&
      isIn(misfit, partner.misfit) &&
      isIn(cc, partner.similarity) &&
      (!withWindows || partner.windows > 0),
  };
}

export function statusOf({ status, nwin }: PairOutcome): RowStatus {
  return status === 'failed' ? 'failed' : nwin === 0 ? 'empty' : 'done';
}

function isOpen({ min, max }: Range): boolean {
  return min === null && max === null;
}

/** What was not measured lies in no bounds. */
function isIn({ min, max }: Range, value: number | null): boolean {
  if (value === null) return min === null && max === null;
  return (min === null || value >= min) && (max === null || value <= max);
}

type Test = (text: string) => boolean;

function both(a: Test, b: Test): Test {
  return (text) => a(text) && b(text);
}

function oneOf(names: string[] | undefined): Test {
  if (names === undefined) return () => true;
  const known = new Set(names);
  return (text) => known.has(text);
}

function stationPattern(text: string): string {
  return text.includes('.') ? text.split('.').slice(0, 2).join('.') : `*.${text}`;
}

/** Names are looked up, and only patterns are tried one after the other. */
function anyOf(patterns: string[]): Test {
  if (patterns.length === 0) return () => true;
  const names = new Set(patterns.filter((pattern) => !/[*?]/.test(pattern)));
  const tests = patterns.filter((pattern) => !names.has(pattern)).map(wildcard);
  return (text) => names.has(text) || tests.some((test) => test(text));
}
