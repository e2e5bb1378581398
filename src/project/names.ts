/** A name fit for a file or folder: no separators, nothing hidden, no surprise for a shell. Two names may become one. */
export function safeName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._+-]/gu, '_')
    .replace(/^[.-]+/, '_')
    .slice(0, 120);
  return plain === '' ? '_' : plain;
}

/** A network, station, location or channel code as data formats know them; what comes from inside a file may be anything. */
export function isCode(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,32}$/.test(text);
}
