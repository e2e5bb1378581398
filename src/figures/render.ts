import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { toPng } from './png';
import type { Drawing } from './scene';
import { toSvg } from './svg';

export type FigureFormat = 'png' | 'svg' | 'pdf';

export interface FigureSize {
  widthCm: number;
  /** Of PNG: pixels per inch. */
  dpi: number;
}

/** A drawing as the bytes of a file. */
export async function renderFigure(
  drawing: Drawing,
  format: FigureFormat,
  { widthCm, dpi }: FigureSize,
): Promise<Uint8Array> {
  if (format === 'png') return toPng(drawing, Math.round((widthCm / 2.54) * dpi), dpi);
  if (format === 'svg') return Buffer.from(`${toSvg(drawing, `${widthCm}cm`)}\n`);
  // Its fonts and their reader take a while to load.
  const { PdfBook } = await import('./pdf');
  const stream = new PassThrough();
  const bytes = buffer(stream);
  const book = new PdfBook(stream, drawing.title, new Date());
  book.addPage(drawing, widthCm);
  book.end();
  return bytes;
}
