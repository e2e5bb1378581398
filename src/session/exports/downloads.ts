import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file that waits for the browser to fetch it. */
export interface Download {
  path: string;
  name: string;
}

/** A browser asks at once; one that was busy may ask again. */
const KEPT_MS = 10 * 60_000;

/** Files for the browser to fetch, at addresses that nobody can guess: so they need no token, and the browser can stream
 *  them to its disk however large they are. */
export class Downloads {
  readonly #waiting = new Map<string, Download>();
  #folder: Promise<string> | null = null;

  /** @param write writes the file at the path it is given
   *  @returns its address, relative to the page's */
  async offer(name: string, write: (path: string) => Promise<void>): Promise<string> {
    this.#folder ??= mkdtemp(join(tmpdir(), 'atoa-downloads-'));
    const id = randomBytes(24).toString('base64url');
    const path = join(await this.#folder, id);
    try {
      await write(path);
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    this.#waiting.set(id, { path, name });
    setTimeout(() => void this.#drop(id), KEPT_MS).unref();
    return `/exports/${id}`;
  }

  get(id: string): Download | null {
    return this.#waiting.get(id) ?? null;
  }

  async close(): Promise<void> {
    this.#waiting.clear();
    if (this.#folder) await rm(await this.#folder, { recursive: true, force: true });
    this.#folder = null;
  }

  async #drop(id: string): Promise<void> {
    const download = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (download) await rm(download.path, { force: true });
  }
}
