import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { NodeLauncher } from '@/executive';
import { startServer } from '@/server';
import { createSession } from '@/session';
import { openBrowser } from '../browser';
import { fileLog } from '../log';
import { onEndSignal } from '../signals';
import { applicationRoot, userDataFolder, workerEntries } from '../root';
import { applicationVersion } from '../version';

export interface ServeOptions {
  port: number;
  /** Whether to open the user's browser. */
  open: boolean;
}

/** Serves the application to the browser until it is interrupted.
 *  @returns the exit code */
export async function serve(project: string | undefined, { port, open }: ServeOptions): Promise<number> {
  const root = applicationRoot();
  const userData = userDataFolder();
  const log = fileLog(userData);
  const session = createSession({
    face: 'browser',
    version: applicationVersion(root),
    launcher: new NodeLauncher({ entries: workerEntries(root) }),
    log,
    userData,
    demoFolder: join(homedir(), 'atoa-demo'),
    dialogs: null,
    reveal: () => {},
  });
  const server = await startServer({ session, pages: join(root, 'out/renderer'), port });
  if (project !== undefined) session.openFromOutside(resolve(project));
  console.log(`Atoa is at ${server.url}`);
  console.log('Press Ctrl-C to stop it.');
  if (open) openBrowser(server.url);
  await interrupted();
  await server.close();
  await session.close();
  return 0;
}

function interrupted(): Promise<void> {
  return new Promise((done) => onEndSignal(done));
}
