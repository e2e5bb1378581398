import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProjectOverview } from '@/api';
import type { Launcher } from '@/executive';
import { createSession, type Session } from './index';

const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const launcher: Launcher = {
  launch: () => {
    throw new Error('no worker is needed here');
  },
};

let folder: string;
let file: string;
let session: Session;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atoa-parameters-'));
  file = join(folder, 'atoa.yaml');
  await mkdir(join(folder, 'observed'));
  session = createSession({
    ...{ face: 'browser', version: '1.2.3', launcher, log, dialogs: null, reveal: () => {} },
    userData: join(folder, 'user'),
    demoFolder: join(folder, 'demo'),
  });
  await session.call('openProject', { path: folder });
});
afterEach(async () => {
  await session.close();
  await rm(folder, { recursive: true, force: true });
});

describe('parameters of a project', () => {
  it('are empty text where there is no file, and make one when they are saved', async () => {
    expect(await session.call('parametersFile', {})).toEqual({ ok: true, value: { yaml: '', name: 'atoa.yaml' } });
    const yaml = '# mine\nmin_period: 7\n';
    const reply = await session.call('saveParameters', { yaml, base: '' });
    expect(reply.ok && (reply.value as ProjectOverview).parameters.min_period).toBe(7);
    expect(await readFile(file, 'utf8')).toBe(yaml);
  });

  it('are not saved where they are wrong, and the message names the line', async () => {
    const reply = await session.call('saveParameters', { yaml: 'min_period: 8\ncorners: 2\n', base: '' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'configuration' } });
    expect(!reply.ok && reply.error.message).toContain('atoa.yaml:2: unknown parameter "corners"');
    await expect(readFile(file)).rejects.toThrow('ENOENT');
  });

  it('are not saved over what another program has written', async () => {
    await writeFile(file, 'min_period: 9\n');
    const reply = await session.call('saveParameters', { yaml: 'min_period: 7\n', base: '' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'changed-on-disk' } });
    expect(await readFile(file, 'utf8')).toBe('min_period: 9\n');
  });

  it('are checked before a pair is previewed by them', async () => {
    const pair = { event: 'a', station: 'NZ.B', width: 100 };
    expect(await session.call('previewPair', { ...pair, yaml: 'min_period: -1\n' })).toMatchObject({
      ok: false,
      error: { code: 'configuration' },
    });
  });
});
