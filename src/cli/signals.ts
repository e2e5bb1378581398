import { isatty } from 'node:tty';

/** Calls back at the first signal that asks us to end; the second one ends the program at once, as everywhere. A terminal that is
 *  closed ends what was started in it, unless `nohup` did so: Node forgets what that asks of the system, and what
 *  it leaves to be seen is that nothing of ours is at a terminal.
 *  @returns ends the listening */
export function onEndSignal(end: () => void): () => void {
  const isAtTerminal = [0, 1, 2].some((descriptor) => isatty(descriptor));
  const stay = () => undefined;
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  if (isAtTerminal) process.once('SIGHUP', end);
  else process.on('SIGHUP', stay);
  return () => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, end);
    process.off('SIGHUP', stay);
  };
}
