import { describe, expect, it } from 'vitest';
import type { PairDetail } from '@/api';
import { bandNotes, isComparable } from './notes';

const [SHORT, MIDDLE, LONG] = [
  { minPeriod: 10, maxPeriod: 30 },
  { minPeriod: 20, maxPeriod: 60 },
  { minPeriod: 40, maxPeriod: 90 },
] as const;

function drawn(bands: readonly PairDetail['bands'][number][], band: number, stored?: PairDetail['stored']): PairDetail {
  return { bands, band, ...(stored && { stored }) } as PairDetail;
}

const side = (detail: PairDetail) => ({ detail, name: 'i01/s01' });

describe('notes on period bands', () => {
  it('are not there for what is drawn as it was measured', () => {
    expect(bandNotes(drawn([SHORT], 0), 'present', null, SHORT)).toEqual([]);
    const under = side(drawn([SHORT, MIDDLE], 1));
    expect(bandNotes(drawn([SHORT, MIDDLE], 1), 'present', under, SHORT)).toEqual([]);
  });

  it('tell of the band that is preprocessed twice, and of no other', () => {
    const notes = (band: number) => bandNotes(drawn([SHORT, MIDDLE], band), 'present', null, SHORT);
    expect(notes(0)).toEqual([expect.stringMatching(/^This band is preprocessed twice/)]);
    expect(notes(1)).toEqual([]);
  });

  it('tell what is not stored of an evaluation', () => {
    const told = (hasWindows: boolean) => bandNotes(drawn([SHORT, MIDDLE], 0, { hasWindows }), 'i01/s00', null, null);
    expect(told(true)).toEqual(['Of i01/s00 only the traces of its first band, 10–30 s, are stored.']);
    expect(told(false)[1]).toBe('The windows of i01/s00 are not drawn: its dataset does not tell their bands.');
  });

  it('tell that a pair of one band is compared with another band, which is drawn', () => {
    const under = side(drawn([LONG], 0));
    expect(isComparable(drawn([SHORT], 0), under.detail)).toBe(true);
    expect(isComparable(drawn([SHORT, LONG], 0), under.detail)).toBe(false);
    expect(bandNotes(drawn([SHORT], 0), 'present', under, SHORT)).toEqual([
      'i01/s01 was measured in another band, 40–90 s.',
    ]);
  });

  it('tell that another evaluation is of another band, or what is not stored of it', () => {
    const present = drawn([SHORT, MIDDLE], 1);
    expect(bandNotes(present, 'present', side(drawn([LONG, MIDDLE], 0, { hasWindows: true })), null)).toEqual([
      'The traces of i01/s01 are not drawn: of its bands 40–90 s is stored.',
    ]);
    expect(bandNotes(present, 'present', side(drawn([MIDDLE, LONG], 0, { hasWindows: false })), null)).toEqual([
      expect.stringMatching(/^Of i01\/s01 only .*20–60 s/),
      expect.stringMatching(/^The windows of i01\/s01/),
    ]);
  });
});
