import { NodeLauncher, workersAtOnce } from '@/executive';
import { applicationRoot, workerEntries } from './root';

/** Starts the workers of a run in Node processes; those that are needed for certain at once, before the project is read, as
 *  far as the host leaves them cores: it starts, too.
 *  @param workers as far as the command line tells */
export function startLauncher(workers: number): NodeLauncher {
  const launcher = plainLauncher();
  for (let i = 0; i < workersAtOnce(workers); i++) launcher.prepare('pair');
  launcher.prepare('writer');
  return launcher;
}

/** Starts workers in Node processes when they are needed. */
export function plainLauncher(): NodeLauncher {
  return new NodeLauncher({ entries: workerEntries(applicationRoot()) });
}
