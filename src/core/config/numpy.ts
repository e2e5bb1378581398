import { isMap, isNode, isScalar, isSeq, type Document, type Node } from 'yaml';

const RECONSTRUCT = /numpy\.(_?core)\.multiarray\._reconstruct$/;
const SCALAR = /numpy\.(_?core)\.multiarray\.scalar$/;

/** The numbers that a NumPy scalar or one-dimensional array stands for, as Python's YAML writes them when a configuration
 *  is made of them: a type such as f8, a byte order, and the bytes.
 *  @returns undefined where the node is none, or of a type that holds no numbers */
export function numpyValue(node: Node, document: Document): number | number[] | undefined {
  const tag = node.tag ?? '';
  if (SCALAR.test(tag) && isSeq(node)) return numbersOf(node.items[0], node.items[1], document)?.[0];
  if (!RECONSTRUCT.test(tag) || !isMap(node)) return undefined;
  const state = node.get('state', true) as unknown;
  return isSeq(state) ? numbersOf(state.items[2], state.items[4], document) : undefined;
}

function numbersOf(type: unknown, bytes: unknown, document: Document): number[] | undefined {
  const data = isScalar(bytes) ? bytes.value : null;
  if (!isNode(type) || !(data instanceof Uint8Array)) return undefined;
  const { args, state } = type.toJS(document) as { args?: unknown[]; state?: unknown[] };
  const read = READERS[String(args?.[0])];
  if (!read) return undefined;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const little = state?.[1] !== '>';
  return Array.from({ length: Math.floor(data.length / read.size) }, (_, i) => read.at(view, i * read.size, little));
}

interface Reader {
  size: number;
  at(view: DataView, place: number, little: boolean): number;
}

const READERS: Record<string, Reader> = {
  f8: { size: 8, at: (view, place, little) => view.getFloat64(place, little) },
  f4: { size: 4, at: (view, place, little) => view.getFloat32(place, little) },
  i8: { size: 8, at: (view, place, little) => Number(view.getBigInt64(place, little)) },
  i4: { size: 4, at: (view, place, little) => view.getInt32(place, little) },
};
