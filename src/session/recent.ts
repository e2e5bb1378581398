import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import type { RecentProject } from '@/api';
import { makeFolder } from '@/dataset';
import { parseJson } from './json';

const LONGEST = 12;
const stored = z.array(z.object({ path: z.string(), openedAt: z.number() }));
type Entry = z.infer<typeof stored>[number];

/** The list of recently opened projects, newest first, kept in the user's folder. */
export class RecentProjects {
  readonly #file: string;
  readonly #folder: string;
  readonly #changed: (paths: string[]) => void;
  #entries: Entry[] | null = null;

  constructor(userData: string, changed: (paths: string[]) => void = () => {}) {
    this.#folder = userData;
    this.#file = join(userData, 'recent-projects.json');
    this.#changed = changed;
  }

  async list(): Promise<RecentProject[]> {
    const entries = await this.#load();
    return entries.map(({ path, openedAt }) => ({ path, openedAt, name: basename(path), exists: existsSync(path) }));
  }

  async add(path: string): Promise<void> {
    const others = (await this.#load()).filter((entry) => entry.path !== path);
    await this.#store([{ path, openedAt: Date.now() }, ...others].slice(0, LONGEST));
  }

  async forget(path: string): Promise<void> {
    await this.#store((await this.#load()).filter((entry) => entry.path !== path));
  }

  async clear(): Promise<void> {
    await this.#store([]);
  }

  async #load(): Promise<Entry[]> {
    if (this.#entries === null) {
      // A missing or damaged list is no reason to fail: it is a convenience.
      const text = await readFile(this.#file, 'utf8').catch(() => '[]');
      const parsed = stored.safeParse(parseJson(text));
      this.#entries = parsed.success ? parsed.data : [];
    }
    return this.#entries;
  }

  async #store(entries: Entry[]): Promise<void> {
    this.#entries = entries;
    makeFolder(this.#folder);
    await writeFileAtomic(this.#file, JSON.stringify(entries, null, 2));
    this.#changed(entries.map((entry) => entry.path));
  }
}
