import { Bytes, UNDEFINED } from './bytes';
import type { Output } from './output';

/** Half the most entries of a symbol node, and half the most children of a tree node; the superblock tells them. */
export const LEAF_K = 4;
export const INTERNAL_K = 16;
/** The same of the trees of chunks, which the format fixes. */
const CHUNK_K = 32;

interface Branch {
  address: number;
  /** Heap offset of its last name. */
  last: number;
}

/** Writes what a group consists of: the heap of its names, symbol nodes, and the B-tree above them.
 *  @param children addresses of object headers by name
 *  @returns the symbol table message: addresses of tree and heap
 *  @see HDF5 File Format Specification, III.A.1, III.B, III.D */
export function writeGroup(children: ReadonlyMap<string, number>, output: Output): Uint8Array {
  const names = [...children.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const segment = new Bytes(64).zeros(8);
  const offsets = names.map((name) => {
    const offset = segment.length;
    segment.text(name).u8(0).align();
    return offset;
  });
  const data = output.append(segment.view());
  // 1: no free space in the segment.
  const head = new Bytes(32).text('HEAP').zeros(4).u64(segment.length).u64(1).u64(data);
  const heap = output.append(head.view());
  const leaves: Branch[] = [];
  for (let first = 0; first < names.length; first += 2 * LEAF_K) {
    const members = names.slice(first, first + 2 * LEAF_K);
    const node = new Bytes(8 + 80 * LEAF_K).text('SNOD').u8(1, 0).u16(members.length);
    members.forEach((name, i) =>
      node
        .u64(offsets[first + i]!)
        .u64(children.get(name)!)
        .zeros(24),
    );
    node.zeros(40 * (2 * LEAF_K - members.length));
    leaves.push({ address: output.append(node.view()), last: offsets[first + members.length - 1]! });
  }
  return new Bytes(16).u64(writeTree(leaves, output)).u64(heap).view();
}

function writeTree(leaves: Branch[], output: Output): number {
  let branches = leaves;
  let level = 0;
  do {
    const size = 24 + 16 * INTERNAL_K + 8 * (2 * INTERNAL_K + 1);
    const count = Math.max(1, Math.ceil(branches.length / (2 * INTERNAL_K)));
    const first = output.end;
    branches = Array.from({ length: count }, (_, i): Branch => {
      const own = branches.slice(i * 2 * INTERNAL_K, (i + 1) * 2 * INTERNAL_K);
      const node = new Bytes(size).text('TREE').u8(0, level).u16(own.length);
      // Nodes of a level lie one behind the other.
      node.u64(i === 0 ? UNDEFINED : first + (i - 1) * size);
      node.u64(i === count - 1 ? UNDEFINED : first + (i + 1) * size);
      node.u64(i === 0 ? 0 : branches[i * 2 * INTERNAL_K - 1]!.last);
      for (const { address, last } of own) node.u64(address).u64(last);
      node.zeros(size - node.length);
      return { address: output.append(node.view()), last: own.at(-1)?.last ?? 0 };
    });
    level++;
  } while (branches.length > 1);
  return branches[0]!.address;
}

/** The B-tree of a dataset that is one chunk. @see HDF5 File Format Specification, III.A.1, node type 1 */
export function writeChunkTree(
  chunk: number,
  shape: readonly number[],
  bytes: number,
  elementSize: number,
  output: Output,
): number {
  const keySize = 8 + 8 * (shape.length + 1);
  const size = 24 + 2 * CHUNK_K * (8 + keySize) + keySize;
  const node = new Bytes(size).text('TREE').u8(1, 0).u16(1).u64(UNDEFINED).u64(UNDEFINED);
  node
    .u32(bytes)
    .zeros(keySize - 4)
    .u64(chunk);
  // The key behind it: where a next chunk would begin.
  node.u32(0).u32(0);
  for (const length of shape) node.u64(length);
  node.u64(elementSize);
  return output.append(node.zeros(size - node.length).view());
}
