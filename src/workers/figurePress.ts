import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { toFailure } from '@/core/model';
import { writeFailure, type DrawReply, type FigurePlace, type FigureStyle } from '@/executive';
import type { FigureInput, PdfBook } from '@/figures';
import { replaceFile } from './files';

/** Writes figures: each into a file of its own, or one after the other into a book. */
export class FigurePress {
  #book: { path: string; book: PdfBook; out: WriteStream } | null = null;

  async print(input: FigureInput, style: FigureStyle, place: FigurePlace): Promise<DrawReply> {
    // Loaded when the first figure is wanted: fonts and coastlines take a while.
    const { drawPair, renderFigure } = await import('@/figures');
    try {
      const drawing = drawPair(input);
      if ('file' in place) replaceFile(place.file, await renderFigure(drawing, style.format, style));
      else (await this.#open(place)).addPage(drawing, style.widthCm);
      return { kind: 'drawn', failure: null };
    } catch (error) {
      const isSystem = error instanceof Error && 'code' in error;
      const failure = isSystem
        ? writeFailure(error, 'file' in place ? place.file : place.book)
        : toFailure(error, 'figure');
      return { kind: 'drawn', failure };
    }
  }

  async bind(path: string): Promise<DrawReply> {
    try {
      if (this.#book?.path !== path) throw new Error('its worker died before it had all its pages');
      const { book, out } = this.#book;
      this.#book = null;
      book.end();
      await finished(out);
      return { kind: 'drawn', failure: null };
    } catch (error) {
      return { kind: 'drawn', failure: writeFailure(error, path) };
    }
  }

  async #open({ book: path, page, title }: Extract<FigurePlace, { book: string }>): Promise<PdfBook> {
    if (this.#book?.path === path) {
      const { book, out } = this.#book;
      if (out.errored) throw out.errored;
      return book;
    }
    if (page > 0) throw new Error('the worker that had the first pages died');
    const { openBook } = await import('@/figures');
    const out = createWriteStream(path);
    // What goes wrong is told with the next page, or at the end.
    out.on('error', () => undefined);
    this.#book = { path, book: await openBook(out, title, new Date()), out };
    return this.#book.book;
  }
}
