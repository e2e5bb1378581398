import { readable } from './scene';

/** A linear scale from values to coordinates. */
export interface Scale {
  (value: number): number;
  domain: [number, number];
}

export function linear([a, b]: [number, number], [start, end]: [number, number]): Scale {
  const factor = b === a ? 0 : (end - start) / (b - a);
  return Object.assign((value: number) => start + (value - a) * factor, { domain: [a, b] as [number, number] });
}

/** The round number 1, 2 or 5 times a power of ten that is nearest below `value`. */
export function roundBelow(value: number): number {
  const power = powerOfTen(Math.floor(Math.log10(value)));
  const factor = [5, 2, 1].find((f) => f * power <= value * (1 + 1e-9)) ?? 1;
  return factor * power;
}

/** Round values within a domain, about `count` of them. */
export function ticks([a, b]: [number, number], count: number): number[] {
  if (!(b > a)) return [a];
  const step = roundBelow(((b - a) / count) * 1.45);
  const first = Math.ceil(a / step - 1e-9);
  const last = Math.floor(b / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

const PREFIXES: [number, string][] = [
  [1, ''],
  [1e-3, 'm'],
  [1e-6, '\u00b5'],
  [1e-9, 'n'],
  [1e-12, 'p'],
];

/** How an amplitude is written: divided by `factor`, with `unit` behind it, in which ^ raises the number after it.
 *  @param unit SI unit, or null where it is not known: then a power of ten */
export function amplitudeUnit(largest: number, unit: string | null): { factor: number; unit: string } {
  if (!(largest > 0) || !Number.isFinite(largest)) return { factor: 1, unit: unit ?? '' };
  if (unit !== null) {
    const prefix = PREFIXES.find(([factor]) => largest >= factor) ?? PREFIXES.at(-1)!;
    if (largest >= 1e-12 && largest < 1e4) return { factor: prefix[0], unit: prefix[1] + unit };
  }
  const exponent = Math.floor(Math.log10(largest));
  if (exponent >= -1 && exponent <= 3) return { factor: 1, unit: unit ?? '' };
  return { factor: powerOfTen(exponent), unit: `\u00d710^${readable(exponent)}${unit ? ` ${unit}` : ''}` };
}

/** The nearest double, which `10 ** exponent` is not always. */
function powerOfTen(exponent: number): number {
  return Number(`1e${exponent}`);
}
