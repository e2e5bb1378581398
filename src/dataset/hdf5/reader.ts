import { existsSync } from 'node:fs';
import type { Attribute, Dataset, dtype_to_metadata, File, Group, h5wasm } from 'h5wasm';
import { DatasetError, LibraryError } from '../error';
import { checkSuperblock } from './superblock';

type Loaded = Awaited<typeof h5wasm.ready>;

/** The functions that the library's classes are made of. */
export interface Hdf5Module extends Loaded {
  /** Takes names as strings, or as their bytes in UTF-8: its bindings take either for any string. */
  create_attribute(
    file: bigint,
    path: string | Uint8Array,
    name: string | Uint8Array,
    data: bigint,
    metadata: Parameters<Loaded['create_attribute']>[4],
  ): number;
  /** Takes anything that has a length and holds integers. */
  get_dataset_data(
    file: bigint,
    path: string,
    count: ArrayLike<bigint> | null,
    offset: bigint[] | null,
    stride: bigint[] | null,
    data: bigint,
  ): number;
}

export type Hdf5 = typeof h5wasm & {
  module: Hdf5Module;
  /** The library's description of a type by its name. */
  describe: typeof dtype_to_metadata;
};

export type { Attribute, Dataset, File, Group };

let loading: Promise<Hdf5> | null = null;

/** The HDF5 library, loaded once per process; 0.1 s. */
export function loadHdf5(): Promise<Hdf5> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Hdf5> {
  // The library takes a navigator that names Chrome, as Electron's does, for a browser too old for it.
  const navigator = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  if (navigator) Object.defineProperty(globalThis, 'navigator', { value: undefined, configurable: true });
  try {
    const { default: library, dtype_to_metadata: describe } = await import('h5wasm/node');
    const module = await library.ready;
    // Without it nearly every error is silent, a full disk included.
    module.activate_throwing_error_handler();
    return { ...library, module, describe };
  } finally {
    if (navigator) Object.defineProperty(globalThis, 'navigator', navigator);
  }
}

/** Opens a file to read, hands it to `use` and closes it, whatever happens.
 *  @throws LibraryError with the library's message; DatasetError for what can be told without it */
export function withFile<T>(library: Hdf5, path: string, use: (file: File) => T): T {
  if (!existsSync(path)) {
    throw new DatasetError(path, 'is not there', 'Run the pairs of this event, or check the path.');
  }
  checkSuperblock(path);
  let file: File | null = null;
  let closed = false;
  try {
    file = new library.File(path, 'r');
    if (file.file_id < 0n) throw new Error('cannot be opened');
    const result = use(file);
    closed = true;
    file.close();
    return result;
  } catch (error) {
    const isLeft = !closed && !closesQuietly(file);
    // What we refuse ourselves leaves the library as it was, where it lets go of the file.
    throw asDatasetError(isLeft && error instanceof DatasetError ? new Error('cannot be closed') : error, path, 'r');
  }
}

/** After an error closing may fail too; the first error is the one to tell. */
function closesQuietly(file: File | null): boolean {
  try {
    return file !== null && file.close() >= 0;
  } catch {
    return false;
  }
}

/** An error of the library as one that says what to do. */
export function asDatasetError(error: unknown, path: string, mode: 'r' | 'w'): DatasetError {
  if (error instanceof DatasetError) return error;
  const advice =
    mode === 'w'
      ? 'Check that the disk has room and that the folder can be written to.'
      : 'The file is damaged or not HDF5: move it away and run the event again.';
  return new LibraryError(path, `HDF5: ${reasonOf(error)}`, advice, { cause: error });
}

/** The root of the library's error, which it tells as a stack of calls: the system's own words, or the innermost line. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const system = /error message = '([^']+)'/.exec(text)?.[1];
  const innermost = [...text.matchAll(/^\s*#\d+: .*? in \w+\(\): (.+)$/gm)].at(-1)?.[1];
  return system ?? innermost ?? text.trim();
}
