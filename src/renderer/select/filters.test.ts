import { describe, expect, it } from 'vitest';
import type { EventSummary } from '@/api';
import {
  eventTest,
  fromSaved,
  limitsOf,
  NO_FILTERS,
  parseRange,
  rangeWords,
  toSaved,
  type FilterTexts,
} from './filters';

const event = (change: Partial<EventSummary>) =>
  ({ id: 'a', region: null, time: '2018-02-18T07:43:48Z', magnitude: 5, depthKm: 20, ...change }) as EventSummary;
const filters = (change: Partial<FilterTexts>): FilterTexts => ({ ...NO_FILTERS, ...change });

describe('a range', () => {
  it.each([
    ['magnitude', '4,5', '', { min: 4.5, max: null }],
    ['depthKm', ' −2 ', '35', { min: -2, max: 35 }],
    ['azimuthDeg', '330', '30', { min: 330, max: 30 }],
    ['time', '2018-02-18', '2018-02-18', { min: 1518912000000, max: 1518998399999 }],
    ['time', '', '2018-02-18T12:00', { min: null, max: 1518955200000 }],
  ] as const)('%s from "%s" to "%s"', (name, from, to, range) => {
    expect(parseRange(name, { from, to })).toEqual({ ...range, issue: null, wrong: null });
  });

  it.each([
    ['magnitude', 'x', '', 'from', /“x” is no number/],
    ['distanceKm', '0', '99999', 'to', /within 0 to 20,100/],
    ['azimuthDeg', '-5', '', 'from', /within 0 to 360/],
    ['depthKm', '50', '10', 'to', /larger/],
    ['time', '2018-13-01', '', 'from', /no time/],
  ] as const)('%s from "%s" to "%s" is wrong, and then open', (name, from, to, wrong, issue) => {
    const range = parseRange(name, { from, to });
    expect(range).toMatchObject({ min: null, max: null, wrong });
    expect(range.issue).toMatch(issue);
    expect(rangeWords(name, { from, to })).toBeNull();
  });
});

describe('the filter of events', () => {
  it('takes both ends of a range as within', () => {
    const test = eventTest(filters({ magnitude: { from: '4.5', to: '5' }, depthKm: { from: '', to: '20' } }));
    expect([5, 4.5, 5.1, 4.4].map((magnitude) => test(event({ magnitude })))).toEqual([true, true, false, false]);
    expect(test(event({ depthKm: 20.1 }))).toBe(false);
  });

  it('leaves out what is not known where a range asks for it', () => {
    expect(eventTest(NO_FILTERS)(event({ magnitude: null, time: null }))).toBe(true);
    expect(eventTest(filters({ magnitude: { from: '1', to: '' } }))(event({ magnitude: null }))).toBe(false);
    expect(eventTest(filters({ time: { from: '2000-01-01', to: '' } }))(event({ time: null }))).toBe(false);
  });

  it('joins ranges with wildcards', () => {
    const test = eventTest(filters({ events: 'b*', magnitude: { from: '4', to: '' } }));
    expect([test(event({})), test(event({ id: 'b1' })), test(event({ id: 'b2', magnitude: 3 }))]).toEqual([
      ...[false, true, false],
    ]);
  });
});

describe('filters that are saved', () => {
  it('come back as they were', () => {
    const typed = filters({
      ...{ events: '2018p*', stations: 'NZ.*', magnitude: { from: '4.5', to: '' }, depthKm: { from: '0', to: '35' } },
      ...{ time: { from: '2018-02-18', to: '' }, distanceKm: { from: '50', to: '300' } },
      azimuthDeg: { from: '330', to: '30' },
    });
    expect(fromSaved(toSaved(typed))).toEqual(typed);
    expect(limitsOf(typed)).toEqual({ minDistanceKm: 50, maxDistanceKm: 300, minAzimuthDeg: 330, maxAzimuthDeg: 30 });
  });

  it('leave out what is wrong', () => {
    expect(toSaved(filters({ time: { from: 'yesterday', to: '2018-01-01' } })).time).toEqual({ min: null, max: null });
  });
});

describe('words of a range', () => {
  it('say which end is given', () => {
    expect(rangeWords('depthKm', { from: '10', to: '' })).toBe('Depth ≥ 10');
    expect(rangeWords('depthKm', { from: '', to: '35' })).toBe('Depth ≤ 35');
    expect(rangeWords('azimuthDeg', { from: '330', to: '30' })).toBe('Azimuth 330–30');
    expect(rangeWords('time', { from: ' ', to: '' })).toBeNull();
  });
});
