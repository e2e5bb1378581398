import type { Hdf5 } from './reader';
import type { Scratch } from './scratch';
import { bytesOf, isText, type Attributes, type TypedValue } from './typed';

export type Description = Parameters<Hdf5['module']['create_attribute']>[4];

const ENCODER = new TextEncoder();

/** Writes attributes: nine of ten calls of the library are these, nearly all of them of single values under a few names. */
export class AttributeWriter {
  readonly #library: Hdf5;
  readonly #file: bigint;
  readonly #scratch: Scratch;
  /** Names as the library takes them. */
  readonly #names = new Map<string, Uint8Array>();
  /** Descriptions of types, and of single values, by the names of types. */
  readonly #types = new Map<string, ReturnType<Hdf5['describe']>>();
  readonly #singles = new Map<string, Description>();

  constructor(library: Hdf5, file: bigint, scratch: Scratch) {
    this.#library = library;
    this.#file = file;
    this.#scratch = scratch;
  }

  /** @param path of the object, which is there
   *  @throws RangeError for values that do not fill their shape */
  write(path: string, attributes: Attributes): void {
    const names = Object.keys(attributes);
    if (names.length === 0) return;
    const object = ENCODER.encode(path);
    for (const name of names) {
      const value = attributes[name]!;
      if (typeof value === 'number') this.#create(object, name, this.#scratch.double(value), this.#single('<d'));
      else if (typeof value === 'bigint') this.#create(object, name, this.#scratch.integer(value), this.#single('<q'));
      else if (typeof value === 'string') this.#create(object, name, this.#scratch.text(value), this.#single('S'));
      else this.#typed(path, name, value);
    }
  }

  #create(object: Uint8Array, name: string, pointer: bigint, description: Description): void {
    let bytes = this.#names.get(name);
    if (bytes === undefined) this.#names.set(name, (bytes = ENCODER.encode(name)));
    this.#library.module.create_attribute(this.#file, object, bytes, pointer, description);
  }

  #typed(path: string, name: string, value: TypedValue): void {
    const { module } = this.#library;
    const description = this.describe(value);
    if (isText(value)) {
      module.create_vlen_str_attribute(this.#file, path, name, value.data, description);
    } else {
      const pointer = this.#scratch.place(bytesOf(value, description.size));
      module.create_attribute(this.#file, path, name, pointer, description);
    }
  }

  /** What the library is told of a value. */
  describe({ dtype, shape }: TypedValue): Description {
    if (shape.length === 0) return this.#single(dtype);
    return { ...this.#type(dtype), shape: shape.map(BigInt), maxshape: null };
  }

  #single(dtype: string): Description {
    let description = this.#singles.get(dtype);
    if (description === undefined) {
      description = { ...this.#type(dtype), shape: [], maxshape: null };
      this.#singles.set(dtype, description);
    }
    return description;
  }

  #type(dtype: string): ReturnType<Hdf5['describe']> {
    let type = this.#types.get(dtype);
    if (type === undefined) this.#types.set(dtype, (type = this.#library.describe(dtype)));
    return type;
  }
}
