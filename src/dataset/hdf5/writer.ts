import { Bytes, UNDEFINED } from './bytes';
import { dataspaceMessage, datatypeMessage, sizeOf, type TypedAttributes, type TypedValue } from './datatype';
import { GlobalHeap } from './heap';
import { chunkedLayout, contiguousLayout, fillValue, MESSAGE, ObjectHeader, putData } from './objectHeader';
import { Output } from './output';
import { INTERNAL_K, LEAF_K, writeChunkTree, writeGroup } from './tree';

const SUPERBLOCK = 96;
const SIGNATURE = Uint8Array.of(0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a);

interface GroupNode {
  attributes: TypedAttributes;
  groups: Map<string, GroupNode>;
  /** Addresses by name. */
  datasets: Map<string, number>;
}

const emptyGroup = (): GroupNode => ({ attributes: {}, groups: new Map(), datasets: new Map() });

/**
 * Writes a new HDF5 file from its start to its end: values as they come, then the groups, then the superblock. It is of
 * the oldest kind, which every reader knows and others may add to.
 *
 * The HDF5 library itself, in WebAssembly, takes fifty times as long for an ASDF file's many attributes, and as long as
 * some pairs to load (docs/performance.md).
 * @see HDF5 File Format Specification, version 3.0 (The HDF Group)
 */
export class Hdf5Writer {
  readonly #output: Output;
  readonly #heap: GlobalHeap;
  readonly #root = emptyGroup();

  /** @param path file that is made, or made anew */
  constructor(path: string) {
    this.#output = new Output(path);
    this.#output.reserve(SUPERBLOCK);
    this.#heap = new GlobalHeap(this.#output);
  }

  /** Makes a group where it is not there, and those on its way. Its attributes are added to those it has.
   *  @param path begins with a slash; `/` is the root */
  group(path: string, attributes: TypedAttributes = {}): void {
    Object.assign(this.#node(path).attributes, attributes);
  }

  hasGroup(path: string): boolean {
    let node: GroupNode | undefined = this.#root;
    for (const name of namesOf(path)) node = node?.groups.get(name);
    return node !== undefined;
  }

  /** Writes a dataset, and makes the groups on its way.
   *  @param isGrowable whether others may lengthen it: it is stored as one chunk then
   *  @throws RangeError for a path that is taken, an attribute above 64 KiB */
  dataset(path: string, value: TypedValue, attributes: TypedAttributes = {}, isGrowable = false): void {
    const cut = path.lastIndexOf('/');
    const { datasets, groups } = this.#node(path.slice(0, cut));
    const name = path.slice(cut + 1);
    if (datasets.has(name) || groups.has(name)) throw new RangeError(`${path} is there already`);
    const { dtype, shape } = value;
    const bytes = this.#bytesOf(value);
    const address = this.#output.append(bytes);
    const header = new ObjectHeader()
      .add(MESSAGE.dataspace, dataspaceMessage(shape, isGrowable))
      .add(MESSAGE.datatype, datatypeMessage(dtype))
      .add(MESSAGE.fillValue, fillValue(isGrowable ? 3 : 2));
    if (isGrowable) {
      const tree = writeChunkTree(address, shape, bytes.length, sizeOf(dtype), this.#output);
      header.add(MESSAGE.layout, chunkedLayout(tree, shape, dtype));
    } else {
      header.add(MESSAGE.layout, contiguousLayout(address, bytes.length));
    }
    datasets.set(name, this.#output.append(header.attributes(attributes, this.#heap).bytes()));
  }

  /** Writes what is left and forces everything onto the disk. */
  finish(): void {
    const root = this.#writeNode(this.#root);
    this.#heap.finish();
    const { end } = this.#output;
    const superblock = new Bytes(SUPERBLOCK).raw(SIGNATURE).u8(0, 0, 0, 0, 0, 8, 8, 0).u16(LEAF_K).u16(INTERNAL_K);
    superblock.u32(0).u64(0).u64(UNDEFINED).u64(end).u64(UNDEFINED);
    // The root's symbol table entry.
    superblock.u64(0).u64(root).zeros(24);
    this.#output.fill(0, superblock.view());
    this.#output.finish();
  }

  /** Gives the file up, as it is. */
  abandon(): void {
    this.#output.abandon();
  }

  /** Reads the finished file back: true where every byte is as it was written. */
  isAsWritten(): boolean {
    return this.#output.isAsWritten();
  }

  #node(path: string): GroupNode {
    let node = this.#root;
    for (const name of namesOf(path)) {
      let child = node.groups.get(name);
      if (!child) node.groups.set(name, (child = emptyGroup()));
      node = child;
    }
    return node;
  }

  #bytesOf(value: TypedValue): Uint8Array {
    const { data } = value;
    if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    const bytes = new Bytes();
    putData(value, this.#heap, bytes);
    return bytes.view();
  }

  /** @returns the address of the group's object header */
  #writeNode({ attributes, groups, datasets }: GroupNode): number {
    const children = new Map(datasets);
    for (const [name, group] of groups) children.set(name, this.#writeNode(group));
    const header = new ObjectHeader().add(MESSAGE.symbolTable, writeGroup(children, this.#output));
    return this.#output.append(header.attributes(attributes, this.#heap).bytes());
  }
}

function namesOf(path: string): string[] {
  return path.split('/').filter((name) => name !== '');
}
