import { SaxesParser } from 'saxes';
import { decodeXml } from '@/formats';

/** Where an XML element stands in its text: [start, end) with its tags, its content from `openEnd` to `closeStart`. */
export interface XmlSlice {
  name: string;
  attributes: Record<string, string>;
  start: number;
  openEnd: number;
  closeStart: number;
  end: number;
  children: XmlSlice[];
}

/** XML as text; nothing where its encoding is unknown. */
export function textOf(bytes: Uint8Array): string {
  try {
    return decodeXml(bytes, '');
  } catch {
    return '';
  }
}

/** Finds elements in a text, so that pieces of it can be taken over as they stand.
 *  @param depth how many levels are kept; 1 is the root alone
 *  @returns the root, or null where the text is not well-formed XML */
export function sliceXml(text: string, depth: number): XmlSlice | null {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: XmlSlice[] = [];
  let level = 0;
  let root: XmlSlice | null = null;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    if (level++ >= depth) return;
    const openEnd = parser.position;
    // An attribute cannot hold this character in well-formed XML.
    const start = text.lastIndexOf('<', openEnd - 1);
    const name = tag.name.slice(tag.name.indexOf(':') + 1);
    const slice = { name, attributes: tag.attributes, start, openEnd, closeStart: openEnd, end: openEnd, children: [] };
    open.at(-1)?.children.push(slice);
    root ??= slice;
    open.push(slice);
  });
  parser.on('closetag', (tag) => {
    if (--level >= depth) return;
    const slice = open.pop()!;
    slice.end = parser.position;
    slice.closeStart = tag.isSelfClosing ? slice.end : text.lastIndexOf('<', slice.end - 1);
  });
  try {
    parser.write(text).close();
  } catch {
    return null;
  }
  return root;
}

/** The namespace prefix of an element's tag with its colon, or nothing. */
export function prefixOf(text: string, slice: XmlSlice): string {
  return /^<([\w.-]+:)?/.exec(text.slice(slice.start, slice.openEnd))?.[1] ?? '';
}
