import { resolve } from 'node:path';
import { openWindow } from '../electron';
import { applicationRoot } from '../root';
import { serve } from './serve';

/** Opens the desktop window, or the browser where there can be no window.
 *  @returns the exit code */
export async function open(project: string | undefined, options: { browser: boolean }): Promise<number> {
  if (!options.browser) {
    const folder = project === undefined ? null : resolve(project);
    const result = await openWindow(applicationRoot(), folder, console.error);
    if (result.opened) return result.exitCode;
    console.error(`No desktop window: ${result.reason}. Opening in the browser instead.`);
    if (result.advice !== null) console.error(result.advice);
  }
  return serve(project, { port: 0, open: true });
}
