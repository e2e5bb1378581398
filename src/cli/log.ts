import { join } from 'node:path';
import log from 'electron-log/node';
import { makeFolder } from '@/dataset';
import type { Logger } from '@/executive';

/** The application's own log: a file in the user's folder, nothing on the terminal. Where it cannot be written, that is told
 *  once, and nothing else depends on it. */
export function fileLog(userData: string): Logger {
  const { console: terminal, file } = log.transports;
  const folder = join(userData, 'logs');
  let isTold = false;
  const tell = (reason: string) => {
    if (!isTold) console.error(`atoa: there is no log in ${folder}: ${reason}`);
    isTold = true;
  };
  terminal.level = false;
  // The library tells of a log that cannot be written here, whatever the level.
  terminal.writeFn = ({ message }) => tell(reasonIn(message.data));
  file.setAppName('Atoa');
  file.level = 'info';
  file.resolvePathFn = () => join(folder, 'atoa.log');
  try {
    makeFolder(folder);
  } catch (error) {
    file.level = false;
    tell(reasonIn([error]));
  }
  return log;
}

/** The library hands over an error with all the calls that led to it, as text. */
function reasonIn(data: unknown[]): string {
  const text = data.map(String).join(' ');
  return /Error: ([^\n]+)/.exec(text)?.[1] ?? text;
}
