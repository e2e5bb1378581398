import { COLOR, SIZE } from './style';

/** Attributes of an element; those that are undefined are left out. */
export type SvgAttributes = Record<string, string | number | undefined>;

export function escapeText(text: string): string {
  // Control characters are not allowed in XML at all.
  return text
    .replace(/[^\P{Cc}\t\n]/gu, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** A coordinate with two digits: enough for a screen, and short. */
export function coordinate(x: number): number {
  return Math.round(x * 100) / 100;
}

export function element(name: string, attributes: SvgAttributes, content = ''): string {
  let text = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    text += ` ${key}="${typeof value === 'number' ? coordinate(value) : escapeText(value)}"`;
  }
  return content === '' ? `${text}/>` : `${text}>${content}</${name}>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, attributes: SvgAttributes = {}): string {
  return element('line', { x1, y1, x2, y2, stroke: COLOR.hairline, 'stroke-width': 0.75, ...attributes });
}

interface TextStyle {
  size?: number;
  color?: string;
  anchor?: 'start' | 'middle' | 'end';
  bold?: boolean;
  /** Drawn under the letters, to keep them legible over lines. */
  halo?: string;
}

export function label(x: number, y: number, text: string, style: TextStyle = {}): string {
  return element(
    'text',
    {
      x,
      y,
      'font-size': style.size ?? SIZE.normal,
      fill: style.color ?? COLOR.ink,
      'text-anchor': style.anchor,
      'font-weight': style.bold ? 600 : undefined,
      stroke: style.halo,
      'stroke-width': style.halo ? 3 : undefined,
      'stroke-linejoin': style.halo ? 'round' : undefined,
      'paint-order': style.halo ? 'stroke' : undefined,
    },
    raised(escapeText(text)),
  );
}

/** Puts a power, `^5`, above the line: fonts lack some of the raised digits. */
function raised(text: string): string {
  return text.replace(/\^(\u2212?\d+)(.*)/, '<tspan dy="-4" font-size="8.5">$1</tspan><tspan dy="4">$2</tspan>');
}

/** A rectangle to draw in. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A number for reading: a true minus, and a fixed count of digits where given. */
export function readable(value: number, digits?: number): string {
  const text = digits === undefined ? String(Number(value.toPrecision(12))) : value.toFixed(digits);
  return (Number(text) === 0 ? text.replace('-', '') : text).replace('-', '\u2212');
}
