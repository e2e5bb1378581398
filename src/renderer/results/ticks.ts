import { niceStep } from './analysis/bins';

/** Round values from `min` to `max`, at most one per `space` pixels of `length`. */
export function ticks(min: number, max: number, length: number, space: number): number[] {
  if (!(max > min) || length <= 0) return [];
  const step = niceStep(((max - min) * space) / length);
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** A tick's value, with a true minus: 0.5, −20, 1.5e6. */
export function tickText(value: number): string {
  const size = Math.abs(value);
  const text = size !== 0 && (size < 1e-4 || size >= 1e6) ? value.toExponential().replace('e+', 'e') : String(value);
  return text.replace(/-/g, '−');
}

/** A count on an axis: 950, 12k, 1.5M. */
export function countText(value: number): string {
  if (value >= 1e6) return `${Number((value / 1e6).toPrecision(3))}M`;
  return value >= 1e4 ? `${Number((value / 1e3).toPrecision(3))}k` : String(value);
}
