import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectPath } from './projectPath';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atoa-path-'));
  for (const name of ['atoa.yaml', 'long.atoa.yaml', 'notes.txt']) await writeFile(join(folder, name), '');
});
afterAll(() => rm(folder, { recursive: true }));

it('opens the folder of a file of parameters, with that file where it is not the usual one', async () => {
  expect(await projectPath(folder)).toEqual({ folder });
  expect(await projectPath(join(folder, 'atoa.yaml'))).toEqual({ folder });
  expect(await projectPath(join(folder, 'long.atoa.yaml'))).toEqual({ folder, config: join(folder, 'long.atoa.yaml') });
});

it('refuses other files, and leaves what is not there to the project', async () => {
  await expect(projectPath(join(folder, 'notes.txt'))).rejects.toMatchObject({ code: 'no-project-file' });
  expect(await projectPath(join(folder, 'gone'))).toEqual({ folder: join(folder, 'gone') });
});
