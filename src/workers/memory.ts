import { Worker } from 'node:worker_threads';
import { GREW_TOO_LARGE } from '@/executive';

const LOOK_EVERY_MS = 100;

/** Ends this process when it takes more memory than it may, even in the middle of a computation that never returns to the event
 *  loop: a thread of its own looks after it. For platforms on which the host cannot look; the same in Node and in Electron.
 *  @param limitMb resident memory, MB */
export function endAbove(limitMb: number): void {
  const program = `
    const { writeSync } = require('node:fs');
    const { workerData } = require('node:worker_threads');
    setInterval(() => {
      if (process.memoryUsage.rss() <= workerData.bytes) return;
      try { writeSync(2, workerData.words); } finally { process.kill(process.pid, 'SIGKILL'); }
    }, ${LOOK_EVERY_MS});`;
  new Worker(program, { eval: true, workerData: { bytes: limitMb * 2 ** 20, words: `${GREW_TOO_LARGE}\n` } }).unref();
}
