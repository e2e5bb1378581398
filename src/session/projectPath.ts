import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { SessionError } from './error';

/** A project as it is asked for: its folder, and its file of parameters where that is not the usual one. */
export interface ProjectPath {
  folder: string;
  config?: string;
}

const USUAL = /^atoa\.ya?ml$/;
const OTHER = /\.atoa\.ya?ml$/;

/** What a path asks to open: a folder; the folder of an `atoa.yaml`; or that of another `*.atoa.yaml`, with its
 *  parameters.
 *  @throws SessionError for any other file */
export async function projectPath(path: string): Promise<ProjectPath> {
  const target = resolve(path);
  // What is not there is left to the project to complain about.
  const isFile = (await stat(target).catch(() => null))?.isFile() ?? false;
  if (!isFile) return { folder: target };
  const name = basename(target);
  if (USUAL.test(name)) return { folder: dirname(target) };
  if (OTHER.test(name)) return { folder: dirname(target), config: target };
  throw new SessionError(
    'no-project-file',
    `${target} is neither a folder nor a file of parameters.`,
    'Open the folder of a project, its atoa.yaml, or another file of parameters whose name ends with .atoa.yaml.',
  );
}
