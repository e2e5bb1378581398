import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { examplePair } from '../../test/support/examplePair';
import { drawPair } from './pair';
import { PdfBook } from './pdf';
import type { Drawing } from './scene';

const CREATED = new Date('2026-01-02T03:04:05Z');

async function bookOf(drawings: Drawing[], widthCm: number): Promise<Buffer> {
  const out = new PassThrough();
  const bytes = buffer(out);
  const book = new PdfBook(out, 'Figures', CREATED);
  for (const drawing of drawings) book.addPage(drawing, widthCm);
  book.end();
  return bytes;
}

/** What the pages' streams hold, inflated: operators of drawing, one a line. */
function operators(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/<<\s\/Length (\d+)\s\/Filter \/FlateDecode\s>>\sstream\r?\n/g)].flatMap((match) => {
    const start = match.index + match[0].length;
    const content = inflateSync(pdf.subarray(start, start + Number(match[1]))).toString('latin1');
    return content.split('\n').map((line) => line.split(' ').at(-1)!);
  });
}

describe('a book of figures', () => {
  it('has a page each, of the width asked for, with its own fonts and nothing but vectors', async () => {
    const drawing = drawPair(examplePair());
    const pdf = await bookOf([drawing, drawing], 20);
    const text = pdf.toString('latin1');
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(2);
    const height = ((20 * 72) / 2.54) * (drawing.height / drawing.width);
    const [, width, tall] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text)!;
    expect(Number(width)).toBeCloseTo((20 * 72) / 2.54, 1);
    expect(Number(tall)).toBeCloseTo(height, 1);
    expect(text.match(/\/FontFile2/g)).toHaveLength(2);
    expect(text).toMatch(/IBMPlexSans-Regular/);
    expect(text).not.toMatch(/\/Subtype \/Image/);
  });

  it('draws as many letters and lines as the figure has', async () => {
    const drawing = drawPair(examplePair());
    const drawn = operators(await bookOf([drawing], 20));
    const count = (operator: string) => drawn.filter((each) => each === operator).length;
    const texts = JSON.stringify(drawing.shapes).match(/"kind":"text"/g)!.length;
    // A power takes three pieces, a halo one more.
    expect(count('ET')).toBeGreaterThan(texts);
    const stroked = JSON.stringify(drawing.shapes).match(/"stroke":/g)!.length;
    expect(count('S') + count('B') + count('B*')).toBe(stroked);
  });

  it('is the same for the same figures', async () => {
    const [a, b] = await Promise.all([0, 1].map(() => bookOf([drawPair(examplePair())], 20)));
    expect(a!.equals(b!)).toBe(true);
    const pair = examplePair();
    pair.result.misfit = 7.25;
    expect((await bookOf([drawPair(pair)], 20)).equals(a!)).toBe(false);
  });
});
