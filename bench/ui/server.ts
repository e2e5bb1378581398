import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The built application in browser mode. */
export interface Server {
  url: string;
  pid: number;
  /** ms from the start of the process until it tells its address. */
  startedMs: number;
  close(): Promise<void>;
}

/** @param app  folder of the built application
 *  @param home folder that stands for the user's home
 *  @throws Error where it ends without an address */
export async function startServer(app: string, home: string, project: string): Promise<Server> {
  const began = performance.now();
  const child = spawn(process.execPath, [join(app, 'bin/atoa.mjs'), 'serve', '--no-open', project], {
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config'), DISPLAY: '', WAYLAND_DISPLAY: '' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise<void>((done) => child.on('close', () => done()));
  const url = await new Promise<string>((found, failed) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const address = /http:\/\/\S+/.exec(text)?.[0];
      if (address) found(address);
    });
    void ended.then(() => failed(new Error(`atoa serve ended: ${text}`)));
  });
  return {
    url,
    pid: child.pid!,
    startedMs: Math.round(performance.now() - began),
    async close() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
