import type { ExportResult } from '@/api';
import type { SavedFormat, SessionHost } from '../host';
import { Downloads, type Download } from './downloads';

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

  /** @param write writes the file at the path it is given */
  async save(name: string, format: SavedFormat, write: (path: string) => Promise<void>): Promise<ExportResult> {
    const place = await this.ask(name, format);
    if (place === null) return { kind: 'cancelled' };
    if (place.path === null) return { kind: 'download', name, url: await this.#downloads.offer(name, write) };
    await this.#watched(write(place.path));
    return { kind: 'saved', path: place.path };
  }

  /** Where a file is to go, before it is made.
   *  @returns a path of null where it becomes a download; null where the user cancelled */
  async ask(name: string, format: SavedFormat): Promise<{ path: string | null } | null> {
    if (this.#dialogs === null) return { path: null };
    const path = await this.#dialogs.saveFile(name, format);
    return path === null ? null : { path };
  }

  /** @returns what the page needs to download the file */
  async offer(name: string, write: (path: string) => Promise<void>): Promise<{ name: string; url: string }> {
    return { name, url: await this.#downloads.offer(name, write) };
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
