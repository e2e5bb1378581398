import { performance } from 'node:perf_hooks';
import type { Parameters } from '@/core/config';
import type { HandDecision } from '@/core/model';
import { processPair, type FixedWindows, type PairMemory, type PairResult } from '@/core/pair';
import type { WindowSource } from '@/executive';
import type { GatheredPair } from '@/project';
import type { LogBook } from './log';

/** A pair as read, and the windows it is to be measured in where they are not to be selected. */
export interface Readied {
  gathered: GatheredPair;
  /** Where windows of an earlier evaluation were looked for, and what was found. */
  windows: WindowSource | null;
  fixed: FixedWindows | null;
  hand: HandDecision | null;
}

/** Measures a pair, and adds the warnings of what came before. */
export function computed(
  { gathered, windows, fixed, hand }: Readied,
  parameters: Parameters,
  log: LogBook,
  memory: PairMemory | null = null,
): PairResult {
  const result = processPair({ ...gathered, fixed, hand }, parameters, log.write, seconds, memory);
  result.warnings.unshift(...gathered.warnings, ...missing(windows, fixed));
  return result;
}

function missing(source: WindowSource | null, fixed: FixedWindows | null): string[] {
  if (source === null || fixed !== null) return [];
  return [`this pair was not measured in ${source.evaluation}, or not into its dataset: windows are selected anew`];
}

/** A clock in s. */
export function seconds(): number {
  return performance.now() / 1000;
}
