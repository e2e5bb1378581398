import { isMap, isScalar, parseDocument, stringify, type Document } from 'yaml';
import { spelledIn } from './pyatoa';

const OPTIONS = { lineWidth: 0, flowCollectionPadding: false } as const;

/** True for text that parameters can be set in: YAML without errors, that holds keys or nothing. */
export function isEditable(yaml: string): boolean {
  const document = parseDocument(yaml, { logLevel: 'silent' });
  return document.errors.length === 0 && (document.contents === null || isMap(document.contents));
}

/** What a text says of a parameter; undefined where it says nothing. */
export function givenValue(document: Document, parameter: string[]): unknown {
  const path = spelledIn(document, parameter);
  const parent: unknown = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!isMap(parent) || !parent.has(path.at(-1)!)) return undefined;
  const node: unknown = parent.get(path.at(-1)!, true);
  return node !== null && typeof node === 'object' && 'toJS' in node
    ? (node as { toJS(document: Document): unknown }).toJS(document)
    : node;
}

/** Sets one parameter in YAML text. All else stays as it is written: order, comments, blank lines.
 *  @param yaml editable (`isEditable`) */
export function setParameter(yaml: string, parameter: string[], value: unknown): string {
  const document: Document = parseDocument(yaml);
  const path = spelledIn(document, parameter);
  const old: unknown = isMap(document.contents) ? document.getIn(path, true) : undefined;
  // A value in place of a value needs no new layout of the text around it.
  if (isScalar(old) && old.range && old.range[1] > old.range[0] && isPlain(value)) {
    const [from, to] = old.range;
    const written = stringify(value, OPTIONS).trimEnd();
    if (!written.includes('\n')) return yaml.slice(0, from) + written + yaml.slice(to);
  }
  if (document.contents === null) document.contents = document.createNode({});
  makeRoom(document, path);
  document.setIn(path, document.createNode(value, { flow: true }));
  return document.toString(OPTIONS);
}

/** Takes a parameter out, so that its default holds; and its group, where nothing is left in it. */
export function clearParameter(yaml: string, parameter: string[]): string {
  const document: Document = parseDocument(yaml);
  if (givenValue(document, parameter) === undefined) return yaml;
  const path = spelledIn(document, parameter);
  document.deleteIn(path);
  const group: unknown = path.length > 1 ? document.getIn(path.slice(0, -1), true) : null;
  if (isMap(group) && group.items.length === 0) document.deleteIn(path.slice(0, -1));
  if (isMap(document.contents) && document.contents.items.length === 0) {
    const { commentBefore, comment } = document.contents;
    document.contents = null;
    document.commentBefore = [document.commentBefore, commentBefore, comment].filter(Boolean).join('\n') || null;
  }
  const text = document.toString(OPTIONS);
  return document.contents === null ? text.replace(/^null\n$|\n?null\n$/, '') : text;
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value !== 'object';
}

/** A group that is written without content (`preprocess:`) becomes an empty map. */
function makeRoom(document: Document, path: string[]): void {
  for (let length = 1; length < path.length; length++) {
    const at = path.slice(0, length);
    if (!isMap(document.getIn(at, true))) document.setIn(at, document.createNode({}));
  }
}
