import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeAdjointSource } from './adjointFile';
import { FORMATTED_LENGTH, formatExponential } from '../text/formatNumber';

const decoder = new TextDecoder();
function format(value: number): string {
  const bytes = new Uint8Array(FORMATTED_LENGTH + 1);
  return decoder.decode(bytes.subarray(0, formatExponential(value, bytes, 0)));
}

/** C's `%.18e` from exact digits: JavaScript writes one digit at least in the exponent, C two; and at a tie JavaScript
 *  rounds up, C to even. */
function expected(value: number): string {
  const [digits, exponent] = value.toExponential(100).split('e') as [string, string];
  const cut = digits.indexOf('.') + 19;
  const isTie = /^50*$/.test(digits.slice(cut)) && Number(digits[cut - 1]) % 2 === 0;
  const text = isTie ? `${digits.slice(0, cut)}e${exponent}` : value.toExponential(18);
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

describe('formatExponential', () => {
  it('writes the exact 19 digits of any double', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        if (!Object.is(value, -0)) expect(format(value)).toBe(expected(value));
      }),
      { numRuns: 5000 },
    );
  });

  it('writes the values near powers of ten, of a recording and of its times', () => {
    for (let power = -300; power < 300; power += 1) {
      const value = Number(`1e${power}`);
      for (const near of [value, value * (1 - 2 ** -53), value * (1 + 2 ** -52)])
        expect(format(near)).toBe(expected(near));
    }
    for (let i = 0; i < 5000; i++) expect(format(-20 + i * 0.03)).toBe(expected(-20 + i * 0.03));
  });

  it('rounds ties to even, as C does', () => {
    // 20 significant digits that end in 5: exactly halfway.
    expect(format(140737488355328.03125)).toBe('1.407374883553280312e+14');
    expect(format(140737488355328.09375)).toBe('1.407374883553280938e+14');
    expect(format(-63111300163685.328125)).toBe('-6.311130016368532812e+13');
    expect(format(-0)).toBe('-0.000000000000000000e+00');
  });
});

describe('writeAdjointSource', () => {
  it('writes what numpy.savetxt writes', () => {
    const text = decoder.decode(writeAdjointSource(-20, 0.03, Float64Array.of(0, 1.5e-7, -0.1)));
    expect(text).toBe(
      '-2.000000000000000000e+01 0.000000000000000000e+00\n' +
        '-1.996999999999999886e+01 1.499999999999999932e-07\n' +
        '-1.994000000000000128e+01 -1.000000000000000056e-01\n',
    );
  });

  it('does not mix up time columns', () => {
    const a = decoder.decode(writeAdjointSource(0, 0.5, new Float64Array(3)));
    const b = decoder.decode(writeAdjointSource(1, 0.5, new Float64Array(3)));
    expect(a.split('\n')[2]!.slice(0, 4)).toBe('1.00');
    expect(b.split('\n')[2]!.slice(0, 4)).toBe('2.00');
    expect(writeAdjointSource(0, 0.5, new Float64Array(0))).toHaveLength(0);
  });
});
