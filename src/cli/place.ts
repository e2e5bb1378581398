import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { distance } from 'fastest-levenshtein';
import { UsageError } from './usage';

/** A word this near to the name of a command is meant to be one. */
const NEAR = 2;

/** @param program where the word may be a mistyped command: only its own name was left out
 *  @throws UsageError where nothing is at the path of a project that is to be opened */
export function refuseNowhere(path: string, program: Command | null): void {
  if (existsSync(path)) return;
  const names = program?.commands.map((command) => command.name()) ?? [];
  const meant = names.find((name) => distance(name, path) <= NEAR);
  const advice = meant === undefined ? 'Name the folder of a project.' : `Did you mean the command "atoa ${meant}"?`;
  throw new UsageError(`there is no file or folder "${path}"\n      ${advice}`);
}

/** @throws UsageError where the folder that a file is to be written into does not exist */
export function refuseWithoutFolder(file: string): void {
  const folder = dirname(resolve(file));
  if (!existsSync(folder)) throw new UsageError(`${file} cannot be written: there is no folder ${folder}`);
}
