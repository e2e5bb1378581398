import type { ExportReport, ExportResult } from '@/api';
import type { SavedFormat, SessionHost } from '../host';
import { Downloads, type Download } from './downloads';

/** Writes a file at the path it is given. */
type Write = (path: string) => Promise<void>;

/** Where a file is to go; a path of null where it becomes a download. */
interface Place {
  path: string | null;
}

/** The two ways by which a file leaves: to where the user says in a native dialog, or to the page as a download. */
export class Exits {
  readonly #dialogs: SessionHost['dialogs'];
  readonly #downloads = new Downloads();
  readonly #writing = new Set<Promise<void>>();

  constructor(dialogs: SessionHost['dialogs']) {
    this.#dialogs = dialogs;
  }

  /** A file is being written where the user said. */
  get isBusy(): boolean {
    return this.#writing.size > 0;
  }

  async save(name: string, format: SavedFormat, write: Write): Promise<ExportResult> {
    const place = await this.ask(name, format);
    if (place === null) return { kind: 'cancelled' };
    const { path, download } = await this.deliver(place, name, write);
    return download === null ? { kind: 'saved', path: path! } : { kind: 'download', ...download };
  }

  /** Where a file is to go, before it is made.
   *  @returns null where the user cancelled */
  async ask(name: string, format: SavedFormat): Promise<Place | null> {
    if (this.#dialogs === null) return { path: null };
    const path = await this.#dialogs.saveFile(name, format);
    return path === null ? null : { path };
  }

  /** Has a file written where it is to go.
   *  @returns where it lies, or what the page needs to download it */
  async deliver({ path }: Place, name: string, write: Write): Promise<Pick<ExportReport, 'path' | 'download'>> {
    if (path === null) return { path, download: { name, url: await this.#downloads.offer(name, write) } };
    await this.#watched(write(path));
    return { path, download: null };
  }

  async chooseFolder(title: string): Promise<string | null> {
    return (await this.#dialogs?.chooseFolder(title)) ?? null;
  }

  download(id: string): Download | null {
    return this.#downloads.get(id);
  }

  /** Ends when what is being written for the user is whole. Downloads are dropped: nobody can fetch them any more. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#writing);
    await this.#downloads.close();
  }

  async #watched(writing: Promise<void>): Promise<void> {
    this.#writing.add(writing);
    try {
      await writing;
    } finally {
      this.#writing.delete(writing);
    }
  }
}
