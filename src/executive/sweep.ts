import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { adjointFolder, type RunFolders } from './folders';

/** Ends the name of a file that is being written; a worker that is killed leaves it behind. */
const TEMPORARY = '.tmp';

/** A name beside `path` to write to before renaming. */
export function temporaryName(path: string): string {
  return `${path}.${process.pid}${TEMPORARY}`;
}

/** Removes what killed workers have left half-written among an event's adjoint sources. */
export function sweepEvent(folders: RunFolders, event: string): void {
  sweep(adjointFolder(folders, event));
}

/** The same among logs and figures, and drafts of the misfit table; to be called when no worker writes. */
export function sweepRun({ logs, figures, misfits }: RunFolders): void {
  sweep(logs);
  sweep(figures);
  const table = basename(misfits);
  sweep(dirname(misfits), (name) => name.startsWith(`${table}.`) && /^\d+$/.test(name.slice(table.length + 1)));
}

function sweep(folder: string, isDraft = (name: string) => name.endsWith(TEMPORARY)): void {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  for (const name of names) if (isDraft(name)) rmSync(join(folder, name), { force: true });
}
