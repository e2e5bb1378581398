import { expect } from 'vitest';

/** What is demanded of agreement: arrays relative to their largest absolute value, figures relative to themselves. */
export const BOUNDS = {
  /** Arrays after a stage. */
  stage: 1e-9,
  /** Arrays in which an instrument response was removed. */
  response: 1e-7,
  /** Misfits and what is told of a window. */
  figure: 1e-6,
  adjoint: 1e-6,
  /** Bounds of windows, lists of rejections: the same or not. */
  same: 0,
} as const;
export type Bound = keyof typeof BOUNDS;

/** One thing compared: where it belongs, and by how much it deviates. */
export interface Comparison {
  pair: string;
  component: string;
  /** The stage that made it, which also is its line in the table. */
  quantity: string;
  deviation: number;
  bound: Bound;
}

interface Line {
  count: number;
  largest: number;
  bound: number;
}

/**
 * Keeps the largest deviation of each quantity in each case, for the table, and what exceeds its bound, for the
 * failure: of a component of a pair only the first stage, as later ones follow from it.
 */
export class Ledger {
  readonly #lines = new Map<string, Map<string, Line>>();

  /** Notes the comparisons of one case, in the order of the stages.
   *  @throws AssertionError naming pair, component and stage of the first deviations beyond their bound */
  note(name: string, comparisons: readonly Comparison[]): void {
    const lines = this.#lines.get(name) ?? new Map<string, Line>();
    this.#lines.set(name, lines);
    const failed = new Map<string, string>();
    for (const { pair, component, quantity, deviation, bound } of comparisons) {
      const limit = BOUNDS[bound];
      const line = lines.get(quantity) ?? { count: 0, largest: 0, bound: limit };
      lines.set(quantity, line);
      line.count++;
      line.largest = worse(line.largest, deviation);
      const key = `${pair} ${component}`.trim();
      if (deviation <= limit || failed.has(key)) continue;
      failed.set(key, `${key}: ${quantity} deviates by ${deviation.toExponential(1)}, bound ${limit.toExponential(0)}`);
    }
    expect([...failed.values()].join('\n'), name).toBe('');
  }

  /** Case, quantity, number of comparisons, largest deviation, bound. */
  print(title: string): void {
    const rows = [...this.#lines].flatMap(([name, lines]) =>
      [...lines].map(([quantity, { count, largest, bound }], i) => [
        i === 0 ? name : '',
        quantity,
        String(count),
        bound === 0 ? (largest === 0 ? 'same' : 'NOT THE SAME') : largest.toExponential(1),
        bound === 0 ? 'same' : bound.toExponential(0),
      ]),
    );
    const table = [['case', 'quantity', 'compared', 'deviation', 'bound'], ...rows];
    const widths = table[0].map((_, i) => Math.max(...table.map((row) => row[i].length)));
    const text = table.map((row) => row.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))));
    console.log(`\n${title}\n${text.map((row) => row.join('  ')).join('\n')}\n`);
  }
}

/** The larger of two deviations; not a number is the worst. */
function worse(a: number, b: number): number {
  return Number.isNaN(b) ? Infinity : Math.max(a, b);
}

/** 0 where both are the same, Infinity where not: lists, names, whole numbers. */
export function sameness(own: unknown, wanted: unknown): number {
  return JSON.stringify(own) === JSON.stringify(wanted) ? 0 : Infinity;
}

/** Largest relative deviation of numbers; of a wanted zero the absolute one. */
export function relative(own: readonly number[], wanted: readonly number[]): number {
  if (own.length !== wanted.length) return Infinity;
  return wanted.reduce((most, b, i) => worse(most, Math.abs(own[i] - b) / (b === 0 ? 1 : Math.abs(b))), 0);
}
