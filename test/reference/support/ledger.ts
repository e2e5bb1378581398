import { expect } from 'vitest';

/** The stages of a pair in their order, and the deviation demanded of each: of arrays relative to their largest absolute
 *  value, of figures relative to themselves; 0 where lists and whole numbers are to be the same. */
export const BOUNDS = {
  standardize: 1e-9,
  preprocess: 1e-9,
  /** Preprocessed traces from which an instrument response was removed. */
  response: 1e-7,
  'STA/LTA': 1e-9,
  /** Bounds of windows, their arrivals, lists of rejections. */
  windows: 0,
  /** What is told of a window: correlation, shift, dlnA, errors. */
  fit: 1e-6,
  misfit: 1e-6,
  'adjoint source': 1e-6,
} as const;
export type AgreementStage = keyof typeof BOUNDS;
const STAGES = Object.keys(BOUNDS) as AgreementStage[];

/** One thing compared: where it belongs, and by how much it deviates. */
export interface Comparison {
  pair: string;
  component: string;
  stage: AgreementStage;
  quantity: string;
  deviation: number;
}

/**
 * Keeps the largest deviation of each stage in each case, for the table, and what exceeds its bound, for the failure: of
 * a component of a pair only the first stage, as later ones follow from it.
 */
export class Ledger {
  readonly #cases = new Map<string, { pairs: Set<string>; largest: Map<AgreementStage, number> }>();

  /** Notes the comparisons of one case, those of a component in the order of the stages.
   *  @throws AssertionError naming pair, component and stage of the first deviations beyond their bound */
  note(name: string, comparisons: readonly Comparison[]): void {
    const { pairs, largest } = this.#of(name);
    const failed = new Map<string, string>();
    for (const { pair, component, stage, quantity, deviation } of comparisons) {
      pairs.add(pair);
      largest.set(stage, worse(largest.get(stage) ?? 0, deviation));
      const place = component === '' ? pair : `${pair}, component ${component}`;
      if (deviation <= BOUNDS[stage] || failed.has(place)) continue;
      failed.set(place, `${place}, stage ${stage}: ${quantity} deviates by ${deviation}, bound ${BOUNDS[stage]}`);
    }
    expect([...failed.values()].join('\n'), name).toBe('');
  }

  #of(name: string) {
    const known = this.#cases.get(name) ?? { pairs: new Set<string>(), largest: new Map<AgreementStage, number>() };
    this.#cases.set(name, known);
    return known;
  }

  /** The table on the screen. */
  print(title: string): void {
    const table = this.#table();
    const widths = table[0].map((_, i) => Math.max(...table.map((row) => row[i].length)));
    const text = table.map((row) =>
      row.map((each, i) => (i === 0 ? each.padEnd(widths[i]) : each.padStart(widths[i]))),
    );
    console.log(`\n${title}\n${text.map((row) => row.join('  ')).join('\n')}\n`);
  }

  /** The table in Markdown. */
  markdown(): string {
    const [head, ...rows] = this.#table();
    const rule = head.map((_, i) => (i === 0 ? '---' : '---:'));
    return [head, rule, ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('');
  }

  /** A line for each case: its pairs, and of each stage the largest deviation; the bounds stand in the second line. */
  #table(): string[][] {
    const bounds = STAGES.map((stage) => (BOUNDS[stage] === 0 ? 'same' : BOUNDS[stage].toExponential(0)));
    const rows = [...this.#cases].map(([name, { pairs, largest }]) => [
      name,
      String(pairs.size),
      ...STAGES.map((stage) => cell(largest.get(stage), BOUNDS[stage])),
    ]);
    return [['case', 'pairs', ...STAGES], ['bound', '', ...bounds], ...rows];
  }
}

function cell(largest: number | undefined, bound: number): string {
  if (largest === undefined) return '-';
  if (bound === 0) return largest === 0 ? 'same' : 'OTHER';
  return `${largest.toExponential(1)}${largest <= bound ? '' : '!'}`;
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
