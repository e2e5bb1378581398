import { existsSync } from 'node:fs';
import type { Attribute, Dataset, File, Group, h5wasm } from 'h5wasm';
import { DatasetError } from './error';

export type Hdf5 = typeof h5wasm;

export type { Attribute, Dataset, File, Group };

/** A value of an HDF5 attribute: a number is a double, a bigint an int64, a boolean an int8 (h5wasm has no HDF5 enum,
 *  which h5py takes for a boolean; an int8 is as true or false), a string of variable length unless `fixed`. */
export type AttributeValue = number | bigint | boolean | string | string[] | number[] | { fixed: string };
export type Attributes = Record<string, AttributeValue>;

/** A dataset to be written. `path` is absolute; the product of `shape` is the length of `data`. */
export interface DatasetPlan {
  path: string;
  data: Float64Array | BigInt64Array | Int8Array;
  shape: number[];
  attributes: Attributes;
  /** Others may lengthen it, as pyasdf does with QuakeML. */
  growable?: boolean;
}

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
    const library = (await import('h5wasm/node')).default;
    const module = await library.ready;
    // Without it nearly every error is silent, a full disk included.
    module.activate_throwing_error_handler();
    return library;
  } finally {
    if (navigator) Object.defineProperty(globalThis, 'navigator', navigator);
  }
}

/** Opens a file, hands it to `use` and closes it, whatever happens.
 *  @throws DatasetError with the library's message. After it the process is to be replaced: the library's state is unknown. */
export function withFile<T>(library: Hdf5, path: string, mode: 'r' | 'w', use: (file: File) => T): T {
  if (mode === 'r' && !existsSync(path)) {
    throw new DatasetError(path, 'is not there', 'Run the pairs of this event, or check the path.');
  }
  let file: File | null = null;
  let closed = false;
  try {
    file = new library.File(path, mode);
    if (file.file_id < 0n) throw new Error('cannot be opened');
    const result = use(file);
    if (mode === 'w') file.flush();
    closed = true;
    file.close();
    return result;
  } catch (error) {
    if (!closed) closeQuietly(file);
    throw asDatasetError(error, path, mode);
  }
}

/** After an error closing may fail too; the first error is the one to tell. */
function closeQuietly(file: File | null): void {
  try {
    file?.close();
  } catch {
    // The process is about to be replaced.
  }
}

function asDatasetError(error: unknown, path: string, mode: 'r' | 'w'): DatasetError {
  if (error instanceof DatasetError) return error;
  const advice =
    mode === 'w'
      ? 'Check that the disk has room and that the folder can be written to.'
      : 'The file is damaged or not HDF5: move it away and run the event again.';
  return new DatasetError(path, `HDF5: ${reasonOf(error)}`, advice, { cause: error });
}

/** The root of the library's error, which it tells as a stack of calls: the system's own words, or the innermost line. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const system = /error message = '([^']+)'/.exec(text)?.[1];
  const innermost = [...text.matchAll(/^\s*#\d+: .*? in \w+\(\): (.+)$/gm)].at(-1)?.[1];
  return system ?? innermost ?? text.trim();
}

/** Writes a dataset with its attributes; groups on its way must exist. Uncompressed: gzip takes six times as long. */
export function writeDataset(file: File, plan: DatasetPlan): void {
  const dtype = plan.data instanceof Float64Array ? '<d' : plan.data instanceof BigInt64Array ? '<q' : '<b';
  const dataset = file.create_dataset({
    name: plan.path,
    data: plan.data,
    shape: plan.shape,
    dtype,
    // HDF5 can lengthen only what is stored in chunks.
    ...(plan.growable ? { maxshape: plan.shape.map(() => null), chunks: plan.shape.map((n) => Math.max(n, 1)) } : {}),
  });
  writeAttributes(dataset, plan.attributes);
}

export function writeAttributes(object: Group | Dataset, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) writeAttribute(object, name, value);
}

function writeAttribute(object: Group | Dataset, name: string, value: AttributeValue): void {
  if (typeof value === 'number') return object.create_attribute(name, value, [], '<d');
  if (typeof value === 'bigint') return object.create_attribute(name, BigInt64Array.of(value), [], '<q');
  if (typeof value === 'boolean') return object.create_attribute(name, value ? 1 : 0, [], '<b');
  if (typeof value === 'string') return object.create_attribute(name, value, [], 'S');
  if (Array.isArray(value)) return writeList(object, name, value);
  // HDF5 has no fixed-length string of length zero.
  const length = Math.max(Buffer.byteLength(value.fixed), 1);
  object.create_attribute(name, value.fixed, [], `A${length}`);
}

function writeList(object: Group | Dataset, name: string, values: string[] | number[]): void {
  if (values.every((value) => typeof value === 'number')) {
    object.create_attribute(name, Float64Array.from(values), [values.length], '<d');
  } else {
    object.create_attribute(name, values.map(String), [values.length], 'S');
  }
}

/** Makes the groups on the way to `path`, and `path` itself, that are not in `known` yet. */
export function ensureGroup(file: File, path: string, known: Set<string>): void {
  if (path === '' || known.has(path)) return;
  ensureGroup(file, parentOf(path), known);
  file.create_group(path);
  known.add(path);
}

export function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}
