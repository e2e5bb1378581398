import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const OPTION = '--project=';

/** The folder or file of parameters that a command line asks to open, absolute.
 *  @param argv as the process has it, with switches of Chromium anywhere among the rest
 *  @param isDefaultApp Electron was started with the application's folder, not as a packaged application: the first
 *         argument that is no switch is that folder
 *  @returns null where it asks for none */
export function projectInArguments(
  argv: readonly string[],
  workingDirectory: string,
  isDefaultApp: boolean,
): string | null {
  const option = argv.find((arg) => arg.startsWith(OPTION));
  const plain = argv.slice(1).filter((arg) => !arg.startsWith('-'));
  const given = option?.slice(OPTION.length) ?? plain[isDefaultApp ? 1 : 0];
  if (given === undefined || given === '') return null;
  // Desktops of Linux pass files that are opened with an application as URLs.
  return given.startsWith('file://') ? pathOfUrl(given) : resolve(workingDirectory, given);
}

function pathOfUrl(url: string): string | null {
  try {
    return fileURLToPath(url);
  } catch {
    // A file of another machine.
    return null;
  }
}
