import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { adjointFolder, stationsAdjointPath, type RunFolders } from './folders';

/** Ends the name of a file that is being written; a worker that is killed leaves it behind. */
const TEMPORARY = '.tmp';

/** A name beside `path` to write to before renaming. */
export function temporaryName(path: string): string {
  return `${path}.${process.pid}${TEMPORARY}`;
}

/** What write-file-atomic adds to the name of a file that it is writing; a host that is killed leaves it behind. */
const DRAFT = /\.\d+$/;

/** Removes what killed processes have left half-written among an event's adjoint sources. */
export function sweepEvent(folders: RunFolders, event: string): void {
  const stations = basename(stationsAdjointPath(folders, event));
  sweep(adjointFolder(folders, event), (name) => isTemporary(name) || isDraftOf(name, stations));
}

/** The same among logs and figures, and drafts of tables; to be called when no worker writes. */
export function sweepRun({ logs, figures, misfits, residuals }: RunFolders): void {
  sweep(logs, isTemporary);
  sweep(figures, isTemporary);
  const table = basename(misfits);
  sweep(dirname(misfits), (name) => isDraftOf(name, table));
  sweep(residuals, (name) => /^residuals_.+\.txt$/.test(name.replace(DRAFT, '')) && DRAFT.test(name));
}

const isTemporary = (name: string) => name.endsWith(TEMPORARY);
const isDraftOf = (name: string, file: string) => DRAFT.test(name) && name.replace(DRAFT, '') === file;

function sweep(folder: string, isLeft: (name: string) => boolean): void {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  for (const name of names) if (isLeft(name)) rmSync(join(folder, name), { force: true });
}
