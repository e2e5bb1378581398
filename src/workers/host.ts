import { Worker } from 'node:worker_threads';

/** A worker that lives less than this is not watched: starting the watch costs more than it is worth. */
const WATCH_FROM_MS = 5000;
const LOOK_EVERY_MS = 500;

const host = process.ppid;

/** The process that started us is gone: the system has given us to another one. Windows does not do so; there, and
 *  mostly elsewhere too, the end of the channel tells. */
export function hostIsGone(): boolean {
  return process.ppid !== host;
}

/** Ends this process when its host is gone, even in the middle of a computation that never returns to the event loop:
 *  a thread of its own looks after it. */
export function endWithHost(): void {
  const program = `
    const { workerData } = require('node:worker_threads');
    setInterval(() => process.ppid !== workerData && process.kill(process.pid, 'SIGKILL'), ${LOOK_EVERY_MS});`;
  const start = () => new Worker(program, { eval: true, workerData: host }).unref();
  setTimeout(start, WATCH_FROM_MS).unref();
}
