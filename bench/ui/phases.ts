import { loadavg } from 'node:os';
import type { CDPSession, Page } from 'playwright-core';
import { printTable } from '../table';
import { ownMegabytes } from './processes';
import { traceTasks } from './trace';

/** Above this the page feels as if it hung. */
export const LIMIT_MS = 50;
const LIMIT_MB = 500;
/** Memory is looked at this often. */
const EVERY_MS = 200;

/** What somebody does, or what comes: the longest task of the page's main thread, and what the page holds. */
export interface Phase {
  what: string;
  /** Processor time of the longest task, ms. */
  longestMs: number;
  limitMs: number;
  /** The same by the clock; 0 for less than 50. */
  longestClockMs: number;
  longTasks: number;
  /** Between two frames, by the clock. */
  frameMs: number;
  /** JavaScript heap with arrays and what the browser holds for it, at most, what is not collected yet included. */
  heapMb: number;
  /** Of the whole process of the page at the end. */
  processMb: number;
  /** Processes that waited for a core, on average over the last minute. */
  load: number;
}

/** Phases of one page, one after the other. */
export class Phases {
  readonly list: Phase[] = [];

  constructor(
    private readonly page: Page,
    private readonly cdp: CDPSession,
  ) {}

  /** @param collect drops first what nobody needs: what a page holds rather than what it has passed through */
  async measure(what: string, act: () => Promise<unknown>, collect = false): Promise<void> {
    const { page, cdp } = this;
    const end = await traceTasks(cdp);
    await page.evaluate(() => window.atoaTasks.reset());
    let heapMb = 0;
    let looking = Promise.resolve();
    const look = () =>
      (looking = looking.then(async () => {
        heapMb = Math.max(heapMb, await heapMegabytes(cdp));
      }));
    const timer = setInterval(() => void look(), EVERY_MS);
    await act();
    // What an act has begun is to end in its own phase.
    await page.waitForTimeout(400);
    clearInterval(timer);
    await look();
    const { longestMs: longestClockMs, ...seen } = await page.evaluate(() => window.atoaTasks.read());
    const { longestMs, pid } = await end();
    if (collect) {
      await cdp.send('HeapProfiler.collectGarbage');
      heapMb = await heapMegabytes(cdp);
    }
    const memory = { heapMb: Math.round(heapMb), processMb: ownMegabytes(pid) };
    this.list.push({ what, longestMs, limitMs: LIMIT_MS, longestClockMs, ...seen, ...memory, load: loadavg()[0]! });
  }
}

async function heapMegabytes(cdp: CDPSession): Promise<number> {
  const usage = (await cdp.send('Runtime.getHeapUsage')) as Record<string, number>;
  const { usedSize = 0, embedderHeapUsedSize = 0, backingStorageSize = 0 } = usage;
  return (usedSize + embedderHeapUsedSize + backingStorageSize) / 2 ** 20;
}

export function printPhases(title: string, phases: readonly Phase[]): void {
  printTable(
    `${title} (limits: ${LIMIT_MS} ms a task, ${LIMIT_MB} MB)`,
    [
      ...['phase', 'longest task, ms of processor', 'by the clock', `> ${LIMIT_MS} ms`, 'longest frame, ms'],
      ...['heap at most, MB', 'process, MB', 'load'],
    ],
    phases.map((each) => [
      ...[each.what, each.longestMs, each.longestClockMs, each.longTasks, each.frameMs],
      ...[each.heapMb, each.processMb, each.load],
    ]),
  );
}
