import { parse } from 'yaml';
import type { FieldDescription } from '@/core/config';

/** A value as it stands in a text field. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return `[${value.map(valueText).join(', ')}]`;
  return String(value);
}

/** What somebody typed, as a value for the file; undefined to leave it to the default. What cannot be read is given as
 *  it is: the schema says what is wrong with it. */
export function typedValue({ kind, optional, default: initial }: FieldDescription, text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '') return optional && initial !== null ? null : undefined;
  if (kind === 'list') return readList(trimmed);
  if (kind !== 'number' && kind !== 'integer') return trimmed;
  if (trimmed.startsWith('[')) return readList(trimmed);
  const number = Number(trimmed.replace(',', '.'));
  return Number.isFinite(number) ? number : trimmed;
}

/** Brackets may be left out. */
function readList(text: string): unknown {
  try {
    const value: unknown = parse(text.startsWith('[') ? text : `[${text}]`);
    return value;
  } catch {
    return text;
  }
}

/** A number one step up or down: a tenth of its order of magnitude, or one for whole numbers.
 *  @param steps signed; ten at once for a large step */
export function stepped(field: FieldDescription, value: number, steps: number): number {
  const size = Math.abs(value || (typeof field.default === 'number' ? field.default : 0) || 1);
  const exponent = field.kind === 'integer' ? 0 : Math.floor(Math.log10(size) + 1e-9) - 1;
  const step = 10 ** exponent;
  const next = Number(((Math.round(value / step) + steps) * step).toFixed(Math.max(0, -exponent)));
  const least = field.min === null ? -Infinity : field.min + (field.above ? step : 0);
  return Math.min(field.max ?? Infinity, Math.max(least, next));
}

/** `10 s`, `none`, `[a, b]`. */
export function defaultText(value: unknown, unit: string | null, none: string): string {
  const text = value === null ? none : valueText(value);
  return unit === null || value === null ? text : `${text} ${unit}`;
}

export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
