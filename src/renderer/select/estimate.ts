import type { PairRow } from '../pairs/rows';

/** Rows that a median is taken of: more would only take longer. */
const MOST = 5000;

export interface PastTimes {
  /** Median, s. */
  seconds: number;
  pairs: number;
}

/** How long pairs took that went well; null where none did.
 *  @param rows all that are known, of which a part is looked at, spread evenly */
export function pastTimes(rows: readonly PairRow[]): PastTimes | null {
  const step = Math.max(1, Math.floor(rows.length / MOST));
  const seconds: number[] = [];
  let pairs = 0;
  for (const [place, row] of rows.entries()) {
    if (row.status === 'failed') continue;
    pairs++;
    if (place % step === 0) seconds.push(row.seconds);
  }
  if (seconds.length === 0) return null;
  seconds.sort((a, b) => a - b);
  const middle = seconds.length >> 1;
  const median = seconds.length % 2 === 1 ? seconds[middle]! : (seconds[middle - 1]! + seconds[middle]!) / 2;
  return { seconds: median, pairs };
}

interface Machine {
  cores: number;
  workerMemoryBytes: number;
  hostMemoryBytes: number;
}

/** What a run may take. Workers beyond the cores wait for each other, and gain nothing.
 *  @param secondsPerPair of one pair on one worker */
export function estimateRun(
  pairs: number,
  secondsPerPair: number,
  workers: number,
  { cores }: Pick<Machine, 'cores'>,
): number {
  const atOnce = Math.max(1, Math.min(workers, cores, pairs));
  return (pairs * secondsPerPair) / atOnce;
}

/** Memory that a run may need, bytes. */
export function estimateMemory(pairs: number, workers: number, machine: Omit<Machine, 'cores'>): number {
  return machine.hostMemoryBytes + Math.min(workers, Math.max(1, pairs)) * machine.workerMemoryBytes;
}
