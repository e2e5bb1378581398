import { SaxesParser } from 'saxes';
import { FormatError } from '../error';
import { decodeText } from '../text/text';

/** An element without its namespace prefix. `text` is what stands directly in it, trimmed. */
export interface XmlElement {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const MAX_BYTES = 256 * 1024 * 1024;
const MAX_DEPTH = 64;
/** Each takes some 300 bytes of memory, a hundred times what it may take in the file. */
const MAX_ELEMENTS = 2_000_000;
const NOTHING: ReadonlySet<string> = new Set();

/** Parses XML into a tree. Only the five predefined entities and character references are expanded, and a document
 *  type declaration is refused, so that a file can neither grow in memory nor name other files.
 *  @param skip names of elements whose content is left out
 *  @throws FormatError with the line */
export function parseXml(bytes: Uint8Array, file: string, skip: ReadonlySet<string> = NOTHING): XmlElement {
  if (bytes.length > MAX_BYTES) throw new FormatError(file, '', `larger than ${MAX_BYTES / 2 ** 20} MiB`);
  const text = decodeXml(bytes, file);
  const parser = new SaxesParser({ xmlns: false, position: true });
  const fail = (message: string, cause?: unknown): never => {
    throw new FormatError(file, `line ${parser.line}`, message, cause === undefined ? undefined : { cause });
  };
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;
  let hidden = 0;
  let elements = 0;

  parser.on('error', (error) => fail(`not well-formed XML: ${error.message.replace(/^(\S*:)?\d+:\d+: /, '')}`, error));
  parser.on('doctype', () => fail('a document type declaration (DOCTYPE) is not accepted'));
  parser.on('opentag', (tag) => {
    const parent = open.at(-1);
    if (hidden > 0 || (parent && skip.has(parent.name))) {
      if (++hidden > MAX_DEPTH) fail(`nested deeper than ${MAX_DEPTH} elements`);
      return;
    }
    if (open.length >= MAX_DEPTH) fail(`nested deeper than ${MAX_DEPTH} elements`);
    if (++elements > MAX_ELEMENTS) fail(`more than ${MAX_ELEMENTS} elements: divide the file`);
    const name = local(tag.name);
    const element: XmlElement = { file, line: parser.line, name, attributes: tag.attributes, children: [], text: '' };
    if (parent) parent.children.push(element);
    else root = element;
    open.push(element);
  });
  const onText = (part: string) => {
    const element = open.at(-1);
    if (hidden === 0 && element) element.text += part;
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', () => {
    if (hidden > 0) {
      hidden--;
      return;
    }
    const element = open.pop()!;
    element.text = element.text.trim();
  });
  parser.write(text).close();
  return root ?? fail('no element');
}

function local(name: string): string {
  const at = name.indexOf(':');
  return at < 0 ? name : name.slice(at + 1);
}

/** XML as text, in the encoding that its byte order mark or declaration names.
 *  @throws FormatError where the encoding is unknown */
export function decodeXml(bytes: Uint8Array, file: string): string {
  return decodeText(bytes, file, declaredEncoding(bytes));
}

/** The encoding an XML declaration names; a byte order mark stands above it. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return undefined;
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]*?encoding=["']([\w.-]+)["']/.exec(head)?.[1];
}
