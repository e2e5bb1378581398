import { median } from './statistics';

/** Runs that warm up caches and compilers, before those that count. */
const WARM_UP = 3;

/** Processor time of this process, all threads, s. */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Median of what `work` takes, ms of processor time. */
export function processorMs(repeats: number, work: () => void): number {
  const times: number[] = [];
  for (let i = 0; i < repeats + WARM_UP; i++) {
    const before = processorSeconds();
    work();
    times.push(processorSeconds() - before);
  }
  return 1000 * median(times.slice(WARM_UP));
}

/** The same of what takes its time.
 *  @param work given a running number */
export async function processorMsOf(repeats: number, work: (index: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < repeats + WARM_UP; i++) {
    const before = processorSeconds();
    await work(i);
    times.push(processorSeconds() - before);
  }
  return 1000 * median(times.slice(WARM_UP));
}
