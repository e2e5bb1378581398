import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { readHead } from '../files/fileReading';
import { isWithin } from '../files/layout';
import { kindByContent, kindByName, type FileKind } from './kinds';

const HEAD_BYTES = 8192;
/** Of files in one folder whose names do not tell, so many are looked into; the rest is taken to be what those with the
 *  same ending are. */
const HEADS_PER_FOLDER = 40;
/** Names of links that are told. */
const MOST_LINKS = 4;

/** What a survey may take: levels of folders, files and folders in all, files that are looked into, ms. */
export interface SurveyLimits {
  depth: number;
  entries: number;
  heads: number;
  milliseconds: number;
}

export const SURVEY_LIMITS: SurveyLimits = { depth: 8, entries: 200_000, heads: 2000, milliseconds: 5000 };

/** A folder that holds something of use. */
export interface SurveyedFolder {
  /** From the surveyed folder on, with slashes; empty for itself. */
  path: string;
  files: Map<FileKind, string[]>;
  /** It has files of no use, or folders. */
  mixed: boolean;
}

export interface Walk {
  folders: SurveyedFolder[];
  /** Names in the surveyed folder itself. */
  top: Set<string>;
  files: number;
  /** False where a limit ended it. */
  complete: boolean;
  /** Symbolic links that lead out of the folder: they are not followed. */
  linksOut: number;
  /** The first of these, from the surveyed folder on, with slashes. */
  links: string[];
}

/** Walks a folder, level by level, and tells what its files are. Nothing outside of it is read, whatever links there are.
 *  @returns null where it cannot be read */
export async function walk(root: string, limits: SurveyLimits = SURVEY_LIMITS): Promise<Walk | null> {
  const home = await realpath(root).catch(() => null);
  if (home === null || !(await stat(home)).isDirectory()) return null;
  const walker = new Walker(home, limits);
  let level = [''];
  for (let depth = 0; level.length > 0 && !walker.spent; depth++) {
    if (depth > limits.depth) {
      walker.result.complete = false;
      break;
    }
    const below: string[] = [];
    for (const path of level) below.push(...(await walker.visit(path)));
    level = below;
  }
  return walker.result;
}

class Walker {
  readonly result: Walk = { folders: [], top: new Set(), files: 0, complete: true, linksOut: 0, links: [] };
  readonly #root: string;
  readonly #limits: SurveyLimits;
  readonly #end: number;
  #entries = 0;
  #heads = 0;

  constructor(root: string, limits: SurveyLimits) {
    this.#root = root;
    this.#limits = limits;
    this.#end = performance.now() + limits.milliseconds;
  }

  /** A limit is reached. */
  get spent(): boolean {
    const spent = this.#entries >= this.#limits.entries || performance.now() > this.#end;
    if (spent) this.result.complete = false;
    return spent;
  }

  /** Looks at one folder.
   *  @returns the folders in it */
  async visit(path: string): Promise<string[]> {
    if (this.spent) return [];
    const folder = join(this.#root, ...path.split('/'));
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    this.#entries += entries.length;
    const names: string[] = [];
    const below: string[] = [];
    for (const entry of entries) {
      if (path === '') this.result.top.add(entry.name);
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) below.push(path === '' ? entry.name : `${path}/${entry.name}`);
      else if (entry.isFile() || (entry.isSymbolicLink() && (await this.#isFileInside(path, entry.name)))) {
        names.push(entry.name);
      }
    }
    this.result.files += names.length;
    const files = await this.#classify(folder, names.sort());
    const useful = [...files.values()].reduce((sum, list) => sum + list.length, 0);
    if (useful > 0) {
      this.result.folders.push({ path, files, mixed: below.length > 0 || useful < names.length || files.size > 1 });
    }
    return below.sort();
  }

  /** Links to folders inside are not followed either: what they lead to is met by its own name. */
  async #isFileInside(path: string, name: string): Promise<boolean> {
    const link = path === '' ? name : `${path}/${name}`;
    const target = await realpath(join(this.#root, native(link))).catch(() => null);
    if (target === null) return false;
    if (isWithin(target, this.#root)) return (await stat(target)).isFile();
    this.result.linksOut++;
    if (this.result.links.length < MOST_LINKS) this.result.links.push(link);
    return false;
  }

  async #classify(folder: string, names: string[]): Promise<Map<FileKind, string[]>> {
    const kinds = new Map<FileKind, string[]>();
    const byEnding = new Map<string, FileKind | null>();
    let looked = 0;
    for (const name of names) {
      let kind = kindByName(name);
      if (kind === 'unknown') {
        const ending = /\.[^.]*$/.exec(name)?.[0] ?? '';
        if (looked < HEADS_PER_FOLDER && this.#heads < this.#limits.heads && !this.spent) {
          looked++;
          this.#heads++;
          kind = await lookInto(join(folder, name));
          byEnding.set(ending, kind);
        } else kind = byEnding.get(ending) ?? null;
      }
      if (kind === null) continue;
      const list = kinds.get(kind);
      if (list) list.push(name);
      else kinds.set(kind, [name]);
    }
    return kinds;
  }
}

async function lookInto(file: string): Promise<FileKind | null> {
  return kindByContent(await readHead(file, HEAD_BYTES).catch(() => new Uint8Array(0)));
}

/** A path of the file system from one with slashes. */
export function native(path: string): string {
  return path.split('/').join(sep);
}
