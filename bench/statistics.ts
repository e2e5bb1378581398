/** Median of a list; not a number where it is empty. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Median of `repeats` durations of `work` in ms of processor time, after a few that warm it up. */
export function processorMs(work: () => void, repeats: number): number {
  for (let i = 0; i < Math.min(3, repeats); i++) work();
  return median(Array.from({ length: repeats }, () => timed(work)));
}

function timed(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
