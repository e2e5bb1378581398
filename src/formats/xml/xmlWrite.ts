const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes text for content and attributes; control characters, most of which XML cannot hold, become spaces. */
function escapeXml(text: string): string {
  return [...text].map((c) => (c < ' ' ? ' ' : (ESCAPES[c] ?? c))).join('');
}

export type XmlAttributes = Record<string, string | number | null>;

/** A leaf element, or '' where the value is null. Numbers are written with their shortest exact digits. */
export function leaf(name: string, value: string | number | null, attributes: XmlAttributes = {}): string {
  return value === null ? '' : `<${name}${written(attributes)}>${escapeXml(String(value))}</${name}>`;
}

/** An element around others; empty parts are left out. */
export function element(name: string, attributes: XmlAttributes, ...parts: string[]): string {
  return `<${name}${written(attributes)}>${parts.join('')}</${name}>`;
}

/** A whole document, indented by two spaces. */
export function xmlDocument(root: string): string {
  let depth = 0;
  const lines = root.replace(/></g, '>\n<').split('\n');
  const indented = lines.map((line) => {
    const closes = line.startsWith('</');
    const opens = !closes && !line.includes('</') && !line.endsWith('/>');
    if (closes) depth--;
    const text = '  '.repeat(Math.max(0, depth)) + line;
    if (opens) depth++;
    return text;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${indented.join('\n')}\n`;
}

function written(attributes: XmlAttributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
}
