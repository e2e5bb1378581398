import { readdir } from 'node:fs/promises';
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
    throw new SessionError(
      'unreadable-folder',
      `${folder} cannot be read`,
      'Check the path and its permissions.',
      cause,
    );
  });
  const names = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
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
