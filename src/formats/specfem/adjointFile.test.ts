import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { compileKernel } from '../../../tools/kernels/compile.js';
import { writeAdjointSource } from './adjointFile';
import { AMPLITUDE_KERNEL } from '../text/amplitudeKernel';
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

  it('writes as many lines as one likes, with and without amplitudes', () => {
    const data = Float64Array.from({ length: 5000 }, (_, i) =>
      i % 1700 < 400 ? 0 : Math.sin(i) * 10 ** ((i % 90) - 45),
    );
    const lines = decoder.decode(writeAdjointSource(-1e-7, 0.01, data)).split('\n');
    const times = Array.from(data, (_, i) => (i === data.length - 1 ? (data.length - 1) * 0.01 : i * 0.01) - 1e-7);
    expect(lines).toEqual([...times.map((time, i) => `${format(time)} ${format(data[i]!)}`), '']);
  });
});

describe('the writer of lines in WebAssembly', () => {
  it('is compiled from its source as it is', async () => {
    expect(Buffer.from(AMPLITUDE_KERNEL).equals(await compileKernel('amplitudes')), 'run npm run kernels').toBe(true);
  }, 60_000);

  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it('writes the bytes that those in TypeScript are, which stand in for it where it is refused', async () => {
    vi.stubGlobal('WebAssembly', undefined);
    vi.resetModules();
    const plain = await import('./adjointFile');
    const { amplitudeLines } = await import('./amplitudeLines');
    expect(amplitudeLines()).toBeNull();
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    const digits = fc.tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: -60, max: 60 }));
    // Ties, and powers of ten and their neighbours.
    const doubtful = fc.constantFrom(140737488355328.03125, -63111300163685.328125, 5e-324, 2 ** -1022, 1e18, 1e-9);
    const value = fc.oneof(
      finite,
      fc.constant(0),
      doubtful,
      digits.map(([mantissa, power]) => mantissa * 10 ** power),
    );
    const time = fc.double({ min: -1e4, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 300 }),
        time,
        fc.double({ min: 1e-6, max: 1e3 }),
        (data, start, delta) => {
          const samples = Float64Array.from(data);
          const written = writeAdjointSource(start, delta, samples);
          expect(Buffer.compare(written, plain.writeAdjointSource(start, delta, samples))).toBe(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});
