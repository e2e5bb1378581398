import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from './parseNumber';

const encoder = new TextEncoder();
const parse = (text: string) => {
  const bytes = encoder.encode(text);
  return parseNumber(bytes, 0, bytes.length);
};

describe('parseNumber', () => {
  it('equals Number for any double in any usual notation', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer({ min: 0, max: 30 }),
        (value, digits) => {
          for (const text of [String(value), value.toExponential(digits), value.toExponential(17)]) {
            expect(parse(text)).toBe(Number(text));
          }
          if (Math.abs(value) < 1e20) expect(parse(value.toFixed(digits))).toBe(Number(value.toFixed(digits)));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('equals Number for digits of any length, halfway cases among them', () => {
    const decimal = fc.tuple(fc.stringMatching(/^[+-]?\d{1,24}\.?\d{0,24}$/), fc.integer({ min: -345, max: 320 }));
    fc.assert(
      fc.property(decimal, ([digits, exponent]) => {
        expect(parse(`${digits}e${exponent}`)).toBe(Number(`${digits}e${exponent}`));
      }),
      { numRuns: 3000 },
    );
    for (const text of ['9007199254740993', '9007199254740992.5', '0.500000000000000166', '1e23', '8.5e22', '5e-324']) {
      expect(parse(text)).toBe(Number(text));
    }
  });

  it('reads Fortran exponents and tells what is no number', () => {
    expect(parse('-1.5D-03')).toBe(-0.0015);
    expect(parse('-0.0000')).toBe(-0);
    for (const text of ['', '-', '.', 'e5', '1e', '1e+', '1.2.3', '1,5', 'nan', '0x10', '1 ', '1e5x']) {
      expect(parse(text)).toBeNaN();
    }
  });
});
