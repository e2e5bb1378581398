import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const OPTION = '--project=';

/** The folder or file of parameters that a command line asks to open, absolute.
 *  @param argv as the process has it
 *  @param isDefaultApp Electron was started with the application's folder, not as a packaged application
 *  @returns null where it asks for none */
export function projectInArguments(
  argv: readonly string[],
  workingDirectory: string,
  isDefaultApp: boolean,
): string | null {
  const option = argv.find((arg) => arg.startsWith(OPTION));
  const given = option?.slice(OPTION.length) ?? argv.slice(isDefaultApp ? 2 : 1).find((arg) => !arg.startsWith('-'));
  if (given === undefined || given === '') return null;
  // Desktops of Linux pass files that are opened with an application as URLs.
  return given.startsWith('file://') ? fileURLToPath(given) : resolve(workingDirectory, given);
}
