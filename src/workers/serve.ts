import { writeSync } from 'node:fs';
import type { FromWorker, ToWorker } from '@/executive';
import { endAbove } from './memory';
import type { Port } from './port';

/** Answers one request; a thrown error is a fault of the program and is told as one. */
export type Handler<Request, Reply> = (request: Request) => Promise<Reply> | Reply;

/** Lets a worker process live by its host's messages: set up once, then one job after the other.
 *  @param setUp makes the handler from the context that the host sends first */
export function serve<Context, Request, Reply>(
  port: Port,
  setUp: (context: Context) => Promise<Handler<Request, Reply>> | Handler<Request, Reply>,
): void {
  const post = (message: FromWorker<Reply>) => port.post(message);
  let handler: Promise<Handler<Request, Reply>> | null = null;
  let last: Promise<void> = Promise.resolve();

  const answer = async (id: number, request: Request) => {
    try {
      const handle = await handler!;
      post({ type: 'reply', id, reply: await handle(request) });
    } catch (error) {
      const { message, stack = null } = error instanceof Error ? error : new Error(String(error));
      post({ type: 'threw', id, message, stack });
    }
  };

  port.onMessage((raw) => {
    // The other end is our own host, by a channel nobody else has.
    const message = raw as ToWorker<Context, Request>;
    if (message.type === 'start') {
      if (message.memoryMb !== undefined) endAbove(message.memoryMb);
      handler = Promise.resolve(message.context).then(setUp);
      // A set-up that fails ends the process (below), and with it the host's hope.
      last = handler.then(() => post({ type: 'ready' }));
    } else {
      last = last.then(() => answer(message.id, message.request));
    }
  });
  // A worker without a host is of no use, and would write into a project that a new run has taken over.
  port.onClose(() => process.exit(0));
  // Node ends a process that leaves a rejection unhandled; Electron only warns, and the host would wait for ever.
  process.on('unhandledRejection', (reason) => {
    // What `console` writes may be on its way still when the process ends.
    writeSync(2, `${reason instanceof Error ? reason.stack : String(reason)}\n`);
    process.exit(1);
  });
  // Ctrl-C in a terminal, and its end, reach the whole group; it is the host that decides what to do then.
  process.on('SIGINT', () => undefined);
  process.on('SIGHUP', () => undefined);
}
