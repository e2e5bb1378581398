/** UTC as integer nanoseconds since 1970-01-01T00:00:00Z; leap seconds are not counted (POSIX). */
export type Nanoseconds = bigint;

export class TimeError extends Error {
  override name = 'TimeError';
}

const SECOND = 1_000_000_000n;
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9})\d*)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

/** Calendar time to nanoseconds. `second` may be 60 (a leap second), and overflowing fields carry.
 *  @param nanosecond 0 to 999,999,999
 *  @throws TimeError for a day that does not exist */
export function fromCalendar(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
  nanosecond = 0,
): Nanoseconds {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    throw new TimeError(`no such day: ${year}-${month}-${day}`);
  }
  const seconds = date.getTime() / 1000 + hour * 3600 + minute * 60 + second;
  return BigInt(seconds) * SECOND + BigInt(nanosecond);
}

/** Day of year to nanoseconds, as SEED and SAC count: 1 January is day 1. */
export function fromOrdinalDay(year: number, dayOfYear: number): Nanoseconds {
  return fromCalendar(year, 1, 1) + BigInt(dayOfYear - 1) * 86_400n * SECOND;
}

/** ISO 8601 to nanoseconds; a missing zone means UTC, digits beyond nanoseconds are cut.
 *  @throws TimeError */
export function parseTime(text: string): Nanoseconds {
  const match = ISO.exec(text.trim());
  if (!match) throw new TimeError(`not a time: "${text}" (expected for example 2018-02-18T07:43:48.127644Z)`);
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = match;
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) throw new TimeError(`not a time: "${text}"`);
  const local = fromCalendar(+year!, +month!, +day!, +hour, +minute, +second, Number(fraction.padEnd(9, '0')));
  if (zone === 'Z') return local;
  const sign = zone.startsWith('-') ? -1n : 1n;
  const digits = zone.replace(/[^\d]/g, '');
  return local - sign * (BigInt(digits.slice(0, 2)) * 3600n + BigInt(digits.slice(2)) * 60n) * SECOND;
}

/** Nanoseconds to ISO 8601 in UTC, for example 2018-02-18T07:43:48.127644Z.
 *  @param digits digits of the second's fraction, 0 to 9, cut and not rounded */
export function formatTime(time: Nanoseconds, digits = 6): string {
  const fraction = ((time % SECOND) + SECOND) % SECOND;
  const whole = new Date(Number((time - fraction) / 1_000_000n)).toISOString().slice(0, 19);
  return digits === 0 ? `${whole}Z` : `${whole}.${fraction.toString().padStart(9, '0').slice(0, digits)}Z`;
}

/** @param seconds added after rounding to the nearest nanosecond */
export function addSeconds(time: Nanoseconds, seconds: number): Nanoseconds {
  const whole = Math.trunc(seconds);
  return time + BigInt(whole) * SECOND + BigInt(Math.round((seconds - whole) * 1e9));
}

/** `later` - `earlier` in s. */
export function secondsBetween(earlier: Nanoseconds, later: Nanoseconds): number {
  return Number(later - earlier) / 1e9;
}
