import { join } from 'node:path';
import { app } from 'electron';
import log from 'electron-log/main';

/** The log of the application lies where the system keeps logs. What nobody has caught is logged, and the application, with
 *  its run, goes on. */
export function startLog(): void {
  log.transports.file.resolvePathFn = () => join(app.getPath('logs'), 'atoa.log');
  log.errorHandler.startCatching({ showDialog: false });
}

/** The terminal that started us may be closed before we are: what is said to it then is lost, and is no error. */
export function outliveOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}
