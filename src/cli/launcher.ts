import { NodeLauncher, workersAtOnce } from '@/executive';
import { applicationRoot, workerEntries } from './root';

/** Starts the workers of a run in Node processes; those that are needed for certain at once, before the project is read, as
 *  far as the host leaves them cores: it starts, too.
 *  @param workers as far as the command line tells
 *  @param early has started some already */
export function startLauncher(workers: number, early: NodeLauncher | null = null): NodeLauncher {
  const launcher = early ?? plainLauncher();
  launcher.prepare('pair', workersAtOnce(workers));
  launcher.prepare('writer', 1);
  return launcher;
}

/** Starts workers in Node processes when they are needed. */
export function plainLauncher(): NodeLauncher {
  return new NodeLauncher({ entries: workerEntries(applicationRoot()) });
}
