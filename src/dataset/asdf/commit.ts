import { existsSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { publish, throughLinks } from '../durable';
import { DatasetError } from '../error';
import { asDatasetError, loadHdf5, withFile, type File, type Hdf5 } from '../hdf5/reader';
import { Hdf5Writer } from '../hdf5/writer';
import { makeFolder } from '../makeFolder';
import { SpoolReader } from '../spool';
import { Merge, type MergeReport } from './merge';

/** What the dataset writer is asked for: plain data, so that it travels between processes. */
export interface CommitRequest {
  /** The event's dataset; made where it is missing, added to where it is there. */
  target: string;
  event: string;
  /** Spool files of the event's pairs, of one evaluation. */
  spools: string[];
}

export interface CommitReport extends MergeReport {
  target: string;
}

const records = new SpoolReader();

/** Where a dataset is written before it takes its place: beside it, on the disk that it lies on. */
export function partOf(target: string): string {
  return `${throughLinks(target)}.part`;
}

/** Merges an event's spool into its ASDF file. The new file is written beside the old one, closed, read back and
 *  compared, and only then renamed onto it: at any instant there is a whole file. A link to it stays one.
 *  @param draft what was written of it before; given up where it is not how this dataset begins
 *  @throws DatasetError for a spool or dataset that cannot be read or written; the old file is untouched */
export async function commitEvent(request: CommitRequest, draft: DatasetDraft | null = null): Promise<CommitReport> {
  if (draft?.begins(request)) return draft.finish(request.spools);
  draft?.abandon();
  return (await DatasetDraft.begin(request)).finish(request.spools);
}

/** An event's dataset that is being written: where there is none yet, pairs may be added while others are measured. After
 *  an error it is gone. */
export class DatasetDraft {
  readonly target: string;
  /** Spool files that were added, as they were then. */
  readonly #added: { path: string; version: string }[] = [];
  readonly #part: string;
  readonly #isNew: boolean;
  readonly #library: Hdf5;
  readonly #file: Hdf5Writer;
  readonly #merge: Merge;

  private constructor({ target, event }: Omit<CommitRequest, 'spools'>, library: Hdf5) {
    this.target = target;
    this.#part = partOf(target);
    this.#isNew = !existsSync(target);
    this.#library = library;
    this.#merge = new Merge(event, library);
    // What others have put into a file may not fit into the plain form.
    this.#file = new Hdf5Writer(library, this.#part, this.#isNew);
  }

  /** @throws DatasetError where the file cannot be made */
  static async begin(request: Omit<CommitRequest, 'spools'>): Promise<DatasetDraft> {
    const part = partOf(request.target);
    makeFolder(dirname(part));
    rmSync(part, { force: true });
    const draft = new DatasetDraft(request, await loadHdf5());
    draft.#try(() => draft.#merge.begin(draft.#file));
    return draft;
  }

  /** Adds pairs that are done. Their order is that of the dataset.
   *  @throws DatasetError as `commitEvent`; RangeError where a dataset is there that is to be added to */
  add(spools: string[]): void {
    if (!this.#isNew) throw new RangeError(`${this.target} is there already`);
    this.#try(() => this.#addPairs(spools, null));
  }

  /** Whether what was added is what the dataset begins with. */
  begins({ target, spools }: CommitRequest): boolean {
    if (target !== this.target || existsSync(target) === this.#isNew) return false;
    return this.#added.every(({ path, version }, i) => spools[i] === path && versionOf(path) === version);
  }

  /** Adds the rest, and makes it the event's dataset.
   *  @param spools all of it, those added before among them
   *  @throws DatasetError as `commitEvent` */
  finish(spools: string[]): CommitReport {
    const rest = spools.slice(this.#added.length);
    this.#try(() => {
      if (this.#isNew) this.#addPairs(rest, null);
      else {
        withFile(this.#library, this.target, (old) => {
          this.#addPairs(rest, old);
          this.#merge.keep(old, this.#file);
        });
      }
      this.#file.finish();
    });
    try {
      if (!this.#file.isAsWritten()) {
        const advice = 'The dataset was left as it was. Check the disk, and run again.';
        throw new DatasetError(this.#part, 'is not as it was written', advice);
      }
      publish(this.#part, throughLinks(this.target));
    } catch (error) {
      rmSync(this.#part, { force: true });
      throw error;
    }
    return { target: this.target, ...this.#merge.report() };
  }

  abandon(): void {
    this.#file.abandon();
    rmSync(this.#part, { force: true });
  }

  #addPairs(spools: string[], old: File | null): void {
    for (const path of spools) {
      this.#added.push({ path, version: versionOf(path) });
      this.#merge.add(this.#file, records.read(path), path, old);
    }
  }

  #try(write: () => void): void {
    try {
      write();
    } catch (error) {
      this.abandon();
      throw asDatasetError(error, this.#part, 'w');
    }
  }
}

/** Tells a spool file from one that replaces it. */
function versionOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? `${found.ino} ${found.size} ${found.mtimeMs}` : 'gone';
}
