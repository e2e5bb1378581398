import type { NodeLauncher } from '@/executive';
import { main } from './program';

/** As of a program that SIGPIPE ends. */
const BROKEN_PIPE = 141;
/** As Node has it where nothing is left to do and the program has not come to its end. */
const UNFINISHED = 13;

/** Runs the command that this process was started with; its loader calls it.
 *  @param early has started workers for a run; null where none is asked for */
export function start(early: NodeLauncher | null): void {
  // Whoever reads our output may have seen enough, as `head` has: that is no fault to tell of.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(BROKEN_PIPE);
    console.error(
      `atoa: the output cannot be written: ${error.message}\n      Send it elsewhere; what is done is kept.`,
    );
    process.exit(1);
  });
  process.exitCode = UNFINISHED;
  void main(process.argv.slice(2), early)
    .then((code) => (process.exitCode = code))
    .finally(() => early?.dispose());
}
