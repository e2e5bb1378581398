import { isMap, isNode, visit, type Document, type Pair, type Scalar } from 'yaml';
import { numpyValue } from './numpy';

/** Keys of a file that Pyatoa's `Config.write` made, and what they are here. */
const RENAMED: Record<string, string> = {
  pyflex_config: 'pyflex_parameters',
  pyadjoint_config: 'pyadjoint_parameters',
  _synthetic_tag: 'synthetic_tag',
};
/** What such a file states again within the groups, which Atoa has once. */
const REPEATED: Record<string, string[]> = {
  pyflex_config: ['min_period', 'max_period'],
  pyadjoint_config: ['min_period', 'max_period', 'adjsrc_type', 'double_difference'],
};
/** Where the value that counts stands, if not under the same key. */
const COUNTS: Record<string, string> = { adjsrc_type: 'adj_src_type', double_difference: 'adj_src_type' };

/** Something wrong with a file that Pyatoa wrote. `offset` is its place in the text. */
export interface Contradiction {
  path: string[];
  offset: number | null;
  message: string;
}

/** Turns a file that Pyatoa wrote into one with our keys, in place: renamed groups, values repeated in them dropped, and
 *  NumPy numbers as numbers. Our own files stay as they are.
 *  @returns `problems`: repeated values that contradict the one that counts; `renamed`: the file's key by ours */
export function adoptPyatoa(document: Document): { problems: Contradiction[]; renamed: Map<string, string> } {
  plainNumbers(document);
  const renamed = new Map<string, string>();
  if (!isMap(document.contents)) return { problems: [], renamed };
  const problems = Object.entries(REPEATED).flatMap(([group, keys]) =>
    keys.flatMap((key) => drop(document, group, key)),
  );
  for (const { key } of document.contents.items as Pair<Scalar<string>>[]) {
    const name = RENAMED[key.value];
    if (name === undefined) continue;
    if (document.has(name)) {
      const message = `"${key.value}" is what Pyatoa calls "${name}": keep one of them`;
      problems.push({ path: [key.value], offset: key.range?.[0] ?? null, message });
    }
    renamed.set(name, key.value);
    key.value = name;
  }
  return { problems, renamed };
}

/** Where a parameter stands in a file: under the key that Pyatoa has for its group, if the file uses that one. */
export function spelledIn(document: Document, path: string[]): string[] {
  const [first, ...rest] = path;
  const old = Object.keys(RENAMED).find((name) => RENAMED[name] === first);
  return old !== undefined && isMap(document.contents) && document.has(old) ? [old, ...rest] : path;
}

/** Takes a repeated value away, and tells where it differs from the one that counts. */
function drop(document: Document, group: string, key: string): Contradiction[] {
  const inner: unknown = document.getIn([group, key]);
  if (inner === undefined) return [];
  const counts = COUNTS[key] ?? key;
  const outer: unknown = document.get(counts);
  const expected = key === 'double_difference' ? String(outer).endsWith('_dd') : outer;
  const node: unknown = document.getIn([group, key], true);
  document.deleteIn([group, key]);
  if (inner === expected) return [];
  const offset = isNode(node) ? (node.range?.[0] ?? null) : null;
  const other = outer === undefined ? 'left out' : JSON.stringify(outer);
  const message = `"${group}.${key}" is ${JSON.stringify(inner)}, but "${counts}" is ${other}: they must agree`;
  return [{ path: [group, key], offset, message }];
}

/** All are read before one is replaced: they share what they have in common by reference. */
function plainNumbers(document: Document): void {
  const values = new Map<unknown, number | number[]>();
  visit(document, {
    Collection: (_key, node) => {
      const value = numpyValue(node, document);
      if (value !== undefined) values.set(node, value);
    },
  });
  if (values.size === 0) return;
  visit(document, {
    Collection: (_key, node) => {
      const value = values.get(node);
      return value === undefined ? undefined : document.createNode(value);
    },
  });
}
