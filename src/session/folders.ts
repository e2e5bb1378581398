import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { FolderListing } from '@/api';
import { SessionError } from './error';

/** Any of these in a folder marks it as a project. */
const MARKS = ['atoa.yaml', 'observed', 'synthetics'];

/** The folders inside a folder, for the page's own folder chooser; names only, hidden ones left out.
 *  @param path null for the user's home, which ~ stands for too
 *  @throws SessionError where it cannot be read */
export async function listFolder(path: string | null): Promise<FolderListing> {
  const folder = resolve((path ?? '~').replace(/^~(?=$|[/\\])/, homedir()));
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw refusal(folder, cause);
  });
  const visible = entries.filter(({ name }) => !name.startsWith('.'));
  const areFolders = await Promise.all(visible.map((entry) => isFolder(folder, entry)));
  const names = visible
    .filter((_, i) => areFolders[i])
    .map((entry) => entry.name)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const folders = await Promise.all(
    names.map(async (name) => {
      const inner = join(folder, name);
      const content: string[] = await readdir(inner).catch(() => []);
      return { name, path: inner, isProject: MARKS.some((mark) => content.includes(mark)) };
    }),
  );
  const parent = dirname(folder);
  return { path: folder, parent: parent === folder ? null : parent, folders };
}

/** Links to folders are folders, too: data often lie on another disk. */
async function isFolder(parent: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  const target = await stat(join(parent, entry.name)).catch(() => null);
  return target?.isDirectory() ?? false;
}

function refusal(folder: string, cause: unknown): SessionError {
  const { code } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT') {
    return new SessionError('no-folder', `${folder} does not exist`, 'Check how the path is written.', cause);
  }
  if (code === 'ENOTDIR') {
    return new SessionError('no-folder', `${folder} is a file`, 'Name the folder that it lies in.', cause);
  }
  return new SessionError('unreadable-folder', `${folder} cannot be read`, 'Check its permissions.', cause);
}
