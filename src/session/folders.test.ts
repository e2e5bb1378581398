import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listFolder } from './folders';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'atoa-folders-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('listFolder', () => {
  it('lists folders and links to folders, projects marked, and neither files nor hidden ones', async () => {
    await mkdir(join(root, 'here/projects/a/observed'), { recursive: true });
    await mkdir(join(root, 'here/.hidden'));
    await mkdir(join(root, 'there/synthetics'), { recursive: true });
    await writeFile(join(root, 'here/notes.md'), '');
    await symlink(join(root, 'there'), join(root, 'here/linked'));
    await symlink(join(root, 'gone'), join(root, 'here/dangling'));
    const { folders } = await listFolder(join(root, 'here'));
    expect(folders.map(({ name, isProject }) => [name, isProject])).toEqual([
      ['linked', true],
      ['projects', false],
    ]);
  });

  it('says of what is no folder whether it is missing or a file', async () => {
    await writeFile(join(root, 'a.txt'), '');
    await expect(listFolder(join(root, 'none'))).rejects.toThrow(`${join(root, 'none')} does not exist`);
    await expect(listFolder(join(root, 'a.txt'))).rejects.toThrow(`${join(root, 'a.txt')} is a file`);
  });
});
