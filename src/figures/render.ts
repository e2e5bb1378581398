import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { PdfBook } from './pdf';
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
  const stream = new PassThrough();
  const bytes = buffer(stream);
  const book = await openBook(stream, drawing.title, new Date());
  book.addPage(drawing, widthCm);
  book.end();
  return bytes;
}

/** Begins a PDF of many figures. @see PdfBook */
export async function openBook(out: NodeJS.WritableStream, title: string, created: Date): Promise<PdfBook> {
  // What writes PDF takes longer to load than a figure to draw, and most figures are none.
  const { PdfBook } = await import('./pdf');
  return new PdfBook(out, title, created);
}
