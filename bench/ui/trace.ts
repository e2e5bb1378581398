import type { CDPSession } from 'playwright-core';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Processor time of the thread, µs. */
  tdur?: number;
  args?: { name?: string };
}

/** Processor time of the tasks of a page's main thread, ms. */
export interface TaskTimes {
  longestMs: number;
  sumMs: number;
  /** Number of the process. */
  pid: number | null;
}

/** Follows the tasks of the page's main thread by the browser's own trace, which tells their processor time: on a busy
 *  machine the clock counts what other programs take.
 *  @returns ends the trace */
export async function traceTasks(cdp: CDPSession): Promise<() => Promise<TaskTimes>> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => {
    for (const event of value as TraceEvent[]) {
      if (event.name === 'thread_name' || event.name.endsWith('RunTask')) events.push(event);
    }
  };
  cdp.on('Tracing.dataCollected', collect);
  const includedCategories = ['disabled-by-default-devtools.timeline'];
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
  return async () => {
    const complete = new Promise((done) => cdp.once('Tracing.tracingComplete', done));
    await cdp.send('Tracing.end');
    await complete;
    cdp.off('Tracing.dataCollected', collect);
    const thread = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
    const isMain = (event: TraceEvent) => event.name === 'thread_name' && event.args?.name === 'CrRendererMain';
    const main = new Set(events.filter(isMain).map(thread));
    const all = events.filter((event) => /RunTask$/.test(event.name) && main.has(thread(event)));
    // The browser keeps a process ready for the next page, which has tasks of its own.
    const pid = busiest(all);
    const tasks = all.filter((event) => event.pid === pid);
    const times = tasks.map(({ tdur = 0 }) => tdur / 1000);
    return {
      longestMs: Math.round(times.reduce((longest, time) => Math.max(longest, time), 0)),
      sumMs: Math.round(times.reduce((sum, time) => sum + time, 0)),
      pid,
    };
  };
}

/** The process of the page: other pages of the browser do nothing. */
function busiest(tasks: readonly TraceEvent[]): number | null {
  const counts = new Map<number, number>();
  for (const { pid } of tasks) counts.set(pid, (counts.get(pid) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
