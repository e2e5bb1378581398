import { dirname, join } from 'node:path';
import { NodeLauncher } from '@/executive';

/** Starts the processes that a run needs whatever it is asked to do, before the program that will employ them is loaded: on a
 *  machine of several cores the others have nothing to do meanwhile.
 *  @param args of the command line
 *  @param loader path of the command line's loader, beside which the workers' lie
 *  @returns null where the command line asks for no run */
export function startEarly(args: readonly string[], loader: string): NodeLauncher | null {
  if (args[0] !== 'run' || args.some((arg) => arg === '--help' || arg === '-h')) return null;
  const folder = dirname(loader);
  const launcher = new NodeLauncher({
    entries: { pair: join(folder, 'pair.cjs'), writer: join(folder, 'writer.cjs') },
  });
  try {
    launcher.prepare('pair', 1);
    launcher.prepare('writer', 1);
  } catch {
    // The program tries again, and tells what is wrong.
  }
  return launcher;
}
