import { crc32 } from 'node:zlib';
import { syncFile } from '../durable';
import { asDatasetError, withFile, type Dataset, type File, type Group, type Hdf5 } from './reader';
import type { TypedAttributes, TypedValue } from './typed';

type Guess = Parameters<File['create_dataset']>[0]['data'];

/** Writes a new HDF5 file by the library, and reads it back. */
export class Hdf5Writer {
  readonly #library: Hdf5;
  readonly #path: string;
  readonly #file: File;
  readonly #groups = new Set<string>(['']);
  /** Checksums of the datasets, by path. */
  readonly #written = new Map<string, number>();

  /** @param path file that is made, or made anew
   *  @throws DatasetError where it cannot be made */
  constructor(library: Hdf5, path: string) {
    this.#library = library;
    this.#path = path;
    try {
      this.#file = new library.File(path, 'w');
      if (this.#file.file_id < 0n) throw new Error('cannot be made');
    } catch (error) {
      throw asDatasetError(error, path, 'w');
    }
  }

  /** Makes a group where it is not there, and those on its way, and gives it attributes.
   *  @param path begins with a slash; `/` is the root */
  group(path: string, attributes: TypedAttributes = {}): void {
    const name = path === '/' ? '' : path;
    this.#ensure(name);
    writeAttributes(name === '' ? this.#file : (this.#file.get(name) as Group), attributes);
  }

  hasGroup(path: string): boolean {
    return this.#groups.has(path === '/' ? '' : path);
  }

  /** Writes a dataset, and makes the groups on its way. Uncompressed, for gzip takes six times as long.
   *  @param isGrowable whether others may lengthen it: it is stored as one chunk then
   *  @throws RangeError for a path that is taken */
  dataset(path: string, value: TypedValue, attributes: TypedAttributes = {}, isGrowable = false): void {
    if (this.#written.has(path) || this.#groups.has(path)) throw new RangeError(`${path} is there already`);
    const { dtype, data } = value;
    const shape = [...value.shape];
    this.#ensure(path.slice(0, path.lastIndexOf('/')));
    const dataset = this.#file.create_dataset({
      ...{ name: path, data: data as Guess, shape, dtype },
      // HDF5 can lengthen only what is stored in chunks.
      ...(isGrowable ? { maxshape: shape.map(() => null), chunks: shape.map((n) => Math.max(n, 1)) } : {}),
    });
    writeAttributes(dataset, attributes);
    this.#written.set(path, checksum(data));
  }

  /** Writes what is left, closes the file and forces it onto the disk. */
  finish(): void {
    this.#file.flush();
    this.#file.close();
    syncFile(this.#path);
  }

  /** Gives the file up, as it is. After an error of the library closing may fail too: the first error is the one to tell. */
  abandon(): void {
    try {
      this.#file.close();
    } catch {
      // The process is about to be replaced.
    }
  }

  /** Opens the finished file again: true where every dataset is as it was written. */
  isAsWritten(): boolean {
    return withFile(this.#library, this.#path, (file) =>
      [...this.#written].every(([path, sum]) => {
        // A dataset's own class: looking up first what the path leads to takes as long again.
        return checksum(valueOf(new this.#library.Dataset(file.file_id, path))) === sum;
      }),
    );
  }

  #ensure(path: string): void {
    if (this.#groups.has(path)) return;
    this.#ensure(path.slice(0, path.lastIndexOf('/')));
    this.#file.create_group(path);
    this.#groups.add(path);
  }
}

/** The library writes and reads the bytes of a dataset; text and single values come back as plain values. */
function valueOf(dataset: Dataset): TypedValue['data'] {
  const { value } = dataset;
  if (ArrayBuffer.isView(value)) return value;
  return [value].flat().map(String);
}

function checksum(data: TypedValue['data']): number {
  if (!ArrayBuffer.isView(data)) return crc32(data.join('\0'));
  // Of no bytes the library's CRC starts anew.
  return data.byteLength === 0 ? 0 : crc32(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
}

function writeAttributes(object: File | Group | Dataset, attributes: TypedAttributes): void {
  for (const [name, { dtype, shape, data }] of Object.entries(attributes)) {
    const isSingle = shape.length === 0;
    const values = ArrayBuffer.isView(data) ? data : [...data];
    object.create_attribute(
      name,
      (isSingle && !ArrayBuffer.isView(values) ? values[0] : values) as Guess,
      [...shape],
      dtype,
    );
  }
}
