import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSeconds, formatTime, fromCalendar, fromOrdinalDay, parseTime, secondsBetween, TimeError } from './time';

describe('time', () => {
  it('reads and writes nanoseconds', () => {
    expect(parseTime('2018-02-18T07:43:48.127644Z')).toBe(1518939828127644000n);
    expect(formatTime(1518939828127644000n)).toBe('2018-02-18T07:43:48.127644Z');
    expect(formatTime(1518939828127644001n, 9)).toBe('2018-02-18T07:43:48.127644001Z');
    expect(formatTime(-1n, 9)).toBe('1969-12-31T23:59:59.999999999Z');
  });

  it('takes zones, dates alone and a comma', () => {
    expect(parseTime('2018-02-18T09:43:48+02:00')).toBe(parseTime('2018-02-18T07:43:48Z'));
    expect(parseTime('2018-02-18')).toBe(fromCalendar(2018, 2, 18));
    expect(parseTime('2018-02-18 07:43:48,5')).toBe(parseTime('2018-02-18T07:43:48.5Z'));
  });

  it('refuses what is no time', () => {
    for (const text of ['', 'yesterday', '2018-13-01', '2019-02-29', '2018-02-18T25:00:00']) {
      expect(() => parseTime(text), text).toThrow(TimeError);
    }
  });

  it('counts days of leap years', () => {
    expect(fromOrdinalDay(2016, 60)).toBe(fromCalendar(2016, 2, 29));
    expect(fromOrdinalDay(2016, 366)).toBe(fromCalendar(2016, 12, 31));
    expect(fromOrdinalDay(2000, 61)).toBe(fromCalendar(2000, 3, 1));
    expect(fromOrdinalDay(1900, 60)).toBe(fromCalendar(1900, 3, 1));
  });

  it('round-trips through text for any instant', () => {
    const instant = fc.bigInt({ min: fromCalendar(1000, 1, 1), max: fromCalendar(9999, 12, 31) });
    fc.assert(fc.property(instant, (time) => parseTime(formatTime(time, 9)) === time));
  });

  it('adds seconds exactly and measures them back', () => {
    const t = parseTime('2016-12-31T23:59:59.999999999Z');
    expect(formatTime(addSeconds(t, 1e-9), 9)).toBe('2017-01-01T00:00:00.000000000Z');
    expect(secondsBetween(t, addSeconds(t, -48))).toBe(-48);
  });
});
