const HEAD_BYTES = 8192;
const ROOT = /<(?![?!])(?:[\w.-]+:)?([\w.-]+)[\s/>]/;

/** The first kilobytes of a file, for finding out what it is.
 *  @returns `text` of them (bytes as Latin-1), and the name of the first XML element, or null where it is not XML */
export function headOf(bytes: Uint8Array): { text: string; root: string | null } {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const raw = String.fromCharCode(...bytes.subarray(start, HEAD_BYTES));
  // UTF-16 shows as every other character zero, after two bytes of order mark.
  const text = /^(\xff\xfe|\xfe\xff)/.test(raw) ? raw.slice(2).replaceAll('\0', '') : raw;
  if (!/^\s*</.test(text)) return { text, root: null };
  const bare = text.replace(/<!--[^]*?(-->|$)/g, '');
  return { text, root: ROOT.exec(bare)?.[1] ?? '' };
}
