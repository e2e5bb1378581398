import { crc32 } from 'node:zlib';
import { syncFile } from '../durable';
import { AttributeWriter } from './attributes';
import { whileOpen } from './heldOpen';
import { asDatasetError, withFile, type Dataset, type File, type Hdf5 } from './reader';
import { Scratch } from './scratch';
import { bytesOf, isText, type Attributes, type TypedValue } from './typed';

/** What is remembered of a dataset: checksum, and how it is read back. Text has no size. */
interface Written {
  sum: number;
  bytes: number | null;
  shape: bigint[];
}

/** Attributes for which opening a dataset once more pays. */
const WORTH_OPENING = 5;

/** No limit to a dimension: the largest 64-bit integer. */
const UNLIMITED = 2n ** 64n - 1n;

/** Writes a new HDF5 file by the library, and reads it back. It calls the functions that the library's classes are made
 *  of: the classes look an object up again after it is made, and take and free memory for each value. */
export class Hdf5Writer {
  readonly #library: Hdf5;
  readonly #path: string;
  readonly #file: File;
  readonly #groups = new Set<string>(['']);
  readonly #written = new Map<string, Written>();
  readonly #scratch: Scratch;
  readonly #attributes: AttributeWriter;

  /** @param path file that is made, or made anew
   *  @param isPlain whether to use the oldest form of each part of the format, in which objects with few attributes
   *    are written faster, and which every reader knows; an attribute has 64 KiB at most then
   *  @throws DatasetError where it cannot be made */
  constructor(library: Hdf5, path: string, isPlain = false) {
    this.#library = library;
    this.#path = path;
    this.#scratch = new Scratch(library.module);
    try {
      this.#file = new library.File(path, 'w', isPlain ? { libver: ['earliest', 'latest'] } : {});
      if (this.#file.file_id < 0n) throw new Error('cannot be made');
    } catch (error) {
      throw asDatasetError(error, path, 'w');
    }
    this.#attributes = new AttributeWriter(library, this.#file.file_id, this.#scratch);
  }

  /** Makes a group where it is not there, and those on its way, and gives it attributes.
   *  @param path begins with a slash; `/` is the root */
  group(path: string, attributes: Attributes = {}): void {
    this.#ensure(path === '/' ? '' : path);
    this.#attributes.write(path, attributes);
  }

  hasGroup(path: string): boolean {
    return this.#groups.has(path === '/' ? '' : path);
  }

  /** Writes a dataset, and makes the groups on its way. Uncompressed, for gzip takes six times as long.
   *  @param isGrowable whether others may lengthen it: it is stored as one chunk then
   *  @throws RangeError for a path that is taken, and for values that do not fill their shape */
  dataset(path: string, value: TypedValue, attributes: Attributes = {}, isGrowable = false): void {
    if (this.#written.has(path) || this.#groups.has(path)) throw new RangeError(`${path} is there already`);
    this.#ensure(path.slice(0, path.lastIndexOf('/')));
    const { module } = this.#library;
    const { file_id: file } = this.#file;
    const description = this.#attributes.describe(value);
    const shape = value.shape.map(BigInt);
    // HDF5 can lengthen only what is stored in chunks.
    const layout = isGrowable
      ? { ...description, maxshape: shape.map(() => UNLIMITED), chunks: shape.map((n) => (n > 1n ? n : 1n)) }
      : description;
    if (isText(value)) {
      module.create_vlen_str_dataset(file, path, value.data, layout);
      this.#written.set(path, { sum: checksumOfText(value.data as readonly string[]), bytes: null, shape });
    } else {
      const bytes = bytesOf(value, description.size);
      module.create_dataset(file, path, this.#scratch.place(bytes), layout);
      this.#written.set(path, { sum: checksum(bytes), bytes: bytes.length, shape });
    }
    const isHeld = value.shape.length > 0 && Object.keys(attributes).length >= WORTH_OPENING;
    if (!isHeld) this.#attributes.write(path, attributes);
    else whileOpen(module, file, path, value.shape.length, () => this.#attributes.write(path, attributes));
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
      this.#scratch.free();
      this.#file.close();
    } catch {
      // The process is about to be replaced.
    }
  }

  /** Opens the finished file again: true where every dataset is as it was written. */
  isAsWritten(): boolean {
    const isSame = withFile(this.#library, this.#path, (file) =>
      [...this.#written].every(([path, written]) => this.#sumOf(file, path, written) === written.sum),
    );
    this.#scratch.free();
    return isSame;
  }

  #sumOf(file: File, path: string, { bytes, shape }: Written): number {
    if (bytes === null) return checksumOfText([textOf(new this.#library.Dataset(file.file_id, path))].flat());
    if (bytes === 0) return checksum(new Uint8Array());
    const { module } = this.#library;
    const pointer = this.#scratch.room(bytes);
    // With its bounds, so that what is longer in a damaged file does not overrun the memory.
    const [count, first, stride] = shape.length === 0 ? [] : [shape, shape.map(() => 0n), shape.map(() => 1n)];
    module.get_dataset_data(file.file_id, path, count ?? null, first ?? null, stride ?? null, pointer);
    return checksum(this.#scratch.view(bytes));
  }

  #ensure(path: string): void {
    if (this.#groups.has(path)) return;
    this.#ensure(path.slice(0, path.lastIndexOf('/')));
    this.#library.module.create_group(this.#file.file_id, path, false);
    this.#groups.add(path);
  }
}

function textOf({ value }: Dataset): string[] {
  return [value].flat().map(String);
}

function checksumOfText(data: readonly string[]): number {
  return crc32(data.join('\0'));
}

/** Of no bytes zlib's CRC starts anew. */
function checksum(bytes: Uint8Array): number {
  return bytes.length === 0 ? 0 : crc32(bytes);
}
