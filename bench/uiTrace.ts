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

/** Follows the tasks of the page's main thread by the browser's own trace, which tells their processor time: on a busy
 *  machine the clock counts what other programs take.
 *  @returns ends the trace and tells the longest task, ms of processor time */
export async function traceTasks(cdp: CDPSession): Promise<() => Promise<number>> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => void events.push(...(value as TraceEvent[]));
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
    const times = events.filter((event) => /RunTask$/.test(event.name) && main.has(thread(event)));
    return Math.round(times.reduce((longest, { tdur = 0 }) => Math.max(longest, tdur), 0) / 1000);
  };
}
