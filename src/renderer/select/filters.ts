import type { EventSummary, Range, SelectionFilters } from '@/api';
import { parseTime, type PairLimits } from '@/core/model';
import { texts } from '../texts';
import { eventFilter } from './wildcard';

const t = texts.select;

/** Both ends as they are typed; an empty one is open. */
export interface RangeText {
  from: string;
  to: string;
}

export type RangeName = 'magnitude' | 'depthKm' | 'time' | 'distanceKm' | 'azimuthDeg';

/** All filters as they are typed. */
export type FilterTexts = Record<RangeName, RangeText> & { events: string; stations: string };

/** Those that narrow the list of events. */
export type EventFilters = Pick<FilterTexts, 'events' | 'magnitude' | 'depthKm' | 'time'>;

/** A range as it is understood: open where an end is empty or wrong. Times in ms since 1970. */
export interface ParsedRange extends Range {
  issue: string | null;
  /** Which end the issue is about. */
  wrong: 'from' | 'to' | null;
}

const OPEN: RangeText = { from: '', to: '' };
export const NO_FILTERS: FilterTexts = {
  ...{ events: '', stations: '', magnitude: OPEN, depthKm: OPEN, time: OPEN, distanceKm: OPEN, azimuthDeg: OPEN },
};

/** What values may be; a time may be any. */
const BOUNDS: Record<Exclude<RangeName, 'time'>, [least: number, most: number]> = {
  magnitude: [-10, 12],
  depthKm: [-100, 6371],
  distanceKm: [0, 20_100],
  azimuthDeg: [0, 360],
};
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

function number(name: Exclude<RangeName, 'time'>, text: string): number | string {
  // A comma is what many keyboards give.
  const value = Number(text.replace(',', '.').replace('−', '-'));
  if (!Number.isFinite(value)) return t.notNumber(text);
  const [least, most] = BOUNDS[name];
  return value >= least && value <= most ? value : t.beyond(least, most);
}

/** ms since 1970; the end of a day where a day ends a range. */
function moment(text: string, isEnd: boolean): number | string {
  try {
    const start = Number(parseTime(text) / 1_000_000n);
    return isEnd && DAY.test(text) ? start + DAY_MS - 1 : start;
  } catch {
    return t.notTime(text);
  }
}

export function parseRange(name: RangeName, { from, to }: RangeText): ParsedRange {
  const range: ParsedRange = { min: null, max: null, issue: null, wrong: null };
  for (const end of ['from', 'to'] as const) {
    const text = (end === 'from' ? from : to).trim();
    if (text === '') continue;
    const value = name === 'time' ? moment(text, end === 'to') : number(name, text);
    if (typeof value === 'string') return { min: null, max: null, issue: value, wrong: end };
    range[end === 'from' ? 'min' : 'max'] = value;
  }
  // A sector may go through north.
  const isReversed = name !== 'azimuthDeg' && range.min !== null && range.max !== null && range.min > range.max;
  return isReversed ? { min: null, max: null, issue: t.reversed, wrong: 'to' } : range;
}

export function isOpen({ min, max }: Range): boolean {
  return min === null && max === null;
}

/** Whether a value is within; one that is not known is within no range. */
export function isWithin({ min, max }: Range, value: number | null): boolean {
  if (min === null && max === null) return true;
  return value !== null && value >= (min ?? -Infinity) && value <= (max ?? Infinity);
}

export function eventTest(filters: EventFilters): (event: EventSummary) => boolean {
  const matches = eventFilter(filters.events);
  const magnitude = parseRange('magnitude', filters.magnitude);
  const depth = parseRange('depthKm', filters.depthKm);
  const time = parseRange('time', filters.time);
  return (event) =>
    matches(event) &&
    isWithin(magnitude, event.magnitude) &&
    isWithin(depth, event.depthKm) &&
    (isOpen(time) || isWithin(time, event.time === null ? null : Date.parse(event.time)));
}

export function limitsOf(filters: Pick<FilterTexts, 'distanceKm' | 'azimuthDeg'>): PairLimits {
  const distance = parseRange('distanceKm', filters.distanceKm);
  const azimuth = parseRange('azimuthDeg', filters.azimuthDeg);
  return {
    ...{ minDistanceKm: distance.min, maxDistanceKm: distance.max },
    ...{ minAzimuthDeg: azimuth.min, maxAzimuthDeg: azimuth.max },
  };
}

/** Filters as they are saved: what is wrong is left out. */
export function toSaved(filters: FilterTexts): SelectionFilters {
  const range = (name: RangeName): Range => {
    const { min, max } = parseRange(name, filters[name]);
    return { min, max };
  };
  const { min, max } = range('time');
  const { from, to } = filters.time;
  return {
    ...{ events: filters.events, stations: filters.stations },
    ...{ magnitude: range('magnitude'), depthKm: range('depthKm') },
    time: { min: min === null ? null : from.trim(), max: max === null ? null : to.trim() },
    pairs: limitsOf(filters),
  };
}

/** Saved filters as they are typed. */
export function fromSaved({ events, stations, magnitude, depthKm, time, pairs }: SelectionFilters): FilterTexts {
  const text = (from: number | string | null, to: number | string | null): RangeText => ({
    from: from === null ? '' : String(from),
    to: to === null ? '' : String(to),
  });
  return {
    ...{ events, stations, magnitude: text(magnitude.min, magnitude.max), depthKm: text(depthKm.min, depthKm.max) },
    time: text(time.min, time.max),
    distanceKm: text(pairs.minDistanceKm, pairs.maxDistanceKm),
    azimuthDeg: text(pairs.minAzimuthDeg, pairs.maxAzimuthDeg),
  };
}

/** What a range says in words; null where it says nothing. */
export function rangeWords(name: RangeName, { from, to }: RangeText): string | null {
  const { issue } = parseRange(name, { from, to });
  const words = t.rangeNames[name].replace(/,.*/, '');
  const [first, last] = [from.trim(), to.trim()];
  if (issue !== null || (first === '' && last === '')) return null;
  if (last === '') return t.atLeast(words, first);
  return first === '' ? t.atMost(words, last) : t.between(words, first, last);
}
