import { describe, expect, it } from 'vitest';
import { spanText } from './notes';

describe('a span of time for a sentence', () => {
  it('is told in the largest unit of which it has two or more', () => {
    expect(spanText(12.5)).toBe('12.5 s');
    expect(spanText(119)).toBe('119 s');
    expect(spanText(120)).toBe('2 minutes');
    expect(spanText(7199)).toBe('120 minutes');
    expect(spanText(7200)).toBe('2 hours');
    expect(spanText(85_200)).toBe('23.67 hours');
    expect(spanText(36 * 3600)).toBe('36 hours');
    expect(spanText(3 * 86_400)).toBe('3 days');
    expect(spanText(478_800_000)).toBe('15.17 years');
  });
});
