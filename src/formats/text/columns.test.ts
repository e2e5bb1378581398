import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { compileKernel } from '../../../tools/kernels/compile.js';
import { COLUMN_KERNEL } from './columnKernel';
import { columnLines } from './columnLines';
import { readColumns } from './columns';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readColumns(bytes(text), 'syn/A.B.C.semd');

/** Numbers as programs write them, and as none should: up to 25 digits, exponents of four digits, Fortran's D. */
const number = fc
  .record({
    sign: fc.constantFrom('', '-', '+'),
    whole: fc.stringMatching(/^\d{0,12}$/),
    fraction: fc.option(fc.stringMatching(/^\d{0,25}$/)),
    letter: fc.constantFrom('', 'e', 'E', 'd', 'D'),
    exponent: fc.tuple(fc.constantFrom('', '-', '+'), fc.integer({ min: 0, max: 290 })),
    padding: fc.constantFrom('', '0', '00'),
  })
  .filter(({ whole, fraction }) => whole !== '' || (fraction ?? '') !== '')
  .map(({ sign, whole, fraction, letter, exponent, padding }) => {
    const written = letter === '' ? '' : `${letter}${exponent[0]}${padding}${exponent[1]}`;
    return `${sign}${whole}${fraction === null ? '' : `.${fraction}`}${written}`;
  })
  .filter((text) => Number.isFinite(meant(text)));

const meant = (text: string) => Number(text.replace(/[dD]/, 'e'));

const blank = fc.stringMatching(/^[ \t]{1,20}$/);
const line = fc.tuple(fc.constantFrom('', ' ', '\t'), number, blank, number, fc.constantFrom('', ' ', '\r'));
const passedOver = fc.constantFrom('', '  ', '# a comment', '\r');

/** Lines as text, and the amplitudes that they hold. */
function check(lines: (string | [string, string, string, string, string])[]): void {
  const pairs = lines.filter((each) => typeof each !== 'string');
  const text = lines.map((each) => (typeof each === 'string' ? each : each.join(''))).join('\n');
  const { data, first, second, last } = read(`${text}\n`);
  expect(data).toEqual(Float64Array.from(pairs, (each) => meant(each[3])));
  expect([first, second, last]).toEqual([pairs[0]!, pairs[1]!, pairs.at(-1)!].map((each) => meant(each[1])));
}

const document = fc
  .array(fc.oneof({ weight: 9, arbitrary: line }, { weight: 1, arbitrary: passedOver }), { maxLength: 60 })
  .filter((lines) => lines.filter((each) => typeof each !== 'string').length >= 2);

describe('two columns of text', () => {
  it('are read by a kernel that is compiled from its source as it is', async () => {
    expect(Buffer.from(COLUMN_KERNEL).equals(await compileKernel('columns')), 'run npm run kernels').toBe(true);
    expect(columnLines()).not.toBeNull();
  }, 60_000);

  it('hold the numbers that their text says, whatever else stands between', () => {
    fc.assert(fc.property(document, check), { numRuns: 500, seed: 1 });
  });

  it('are read over many pieces, the lines that are not plain too', () => {
    const values = Array.from({ length: 30_000 }, (_, i) => (i - 15_000) * 1.2345678901234567e-20 * 10 ** (i % 40));
    const lines = values.map((value, i) => {
      const written = i % 5000 === 4000 ? `${value.toFixed(40)}` : value.toExponential(i % 17);
      return `${i % 3000 === 0 ? '# here\n' : ''}  ${(0.01 * i).toFixed(4)}    ${written}`;
    });
    const { data, last } = read(lines.join('\n'));
    expect(data).toEqual(Float64Array.from(lines, (text) => Number(text.split(' ').at(-1))));
    expect(last).toBe(299.99);
  });

  it('are read where each line is longer than a piece, or none is plain', () => {
    const padding = ' '.repeat(200_000);
    expect([...read(`0 1\n1 2\n2${padding}3\n3 4\n`).data]).toEqual([1, 2, 3, 4]);
    const lines = Array.from({ length: 20_000 }, (_, i) => `${i} 1.${'0'.repeat(24)}${i}`);
    expect(read(lines.join('\n')).data).toHaveLength(20_000);
  });

  it.each([
    ['  5000 nan', /line 5000: expected a number, found "nan"; the simulation/],
    ['  5000 1e', /line 5000: expected a number, found "1e"/],
    ['  5000 1.5x', /line 5000: expected a number, found "1.5x"/],
    ['  5000', /line 5000: expected a number, found ""/],
    ['  5000 1 2', /line 5000: expected two columns/],
    ['  5000 1e999', /line 5000: expected a number, found "1e999"/],
  ])('name the line of what is no number: %s', (bad, message) => {
    const lines = Array.from({ length: 9000 }, (_, i) => `${i} ${i}e-3`);
    lines[4999] = bad;
    expect(() => read(lines.join('\n'))).toThrow(message);
  });
});

describe('without WebAssembly', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it('the numbers are the same', async () => {
    const text = Array.from({ length: 3000 }, (_, i) => `${i * 0.25} ${Math.sin(i) * 10 ** ((i % 60) - 30)}`).join(
      '\n',
    );
    const expected = read(text);
    vi.resetModules();
    vi.stubGlobal('WebAssembly', undefined);
    const { columnLines: unsupported } = await import('./columnLines');
    const plain = await import('./columns');
    expect(unsupported()).toBeNull();
    expect(plain.readColumns(bytes(text), 'syn/A.B.C.semd')).toEqual(expected);
  });
});
