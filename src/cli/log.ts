import { join } from 'node:path';
import log from 'electron-log/node';
import type { Logger } from '@/executive';

/** The application's own log: a file in the user's folder, nothing on the terminal. */
export function fileLog(userData: string): Logger {
  log.transports.console.level = false;
  log.transports.file.setAppName('Atoa');
  log.transports.file.level = 'info';
  log.transports.file.resolvePathFn = () => join(userData, 'logs', 'atoa.log');
  return log;
}
