import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Launcher } from '@/executive';
import { createSession, type Session } from './index';

const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const launcher: Launcher = {
  launch: () => {
    throw new Error('no worker is needed here');
  },
};

let folder: string;
let session: Session;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atoa-session-'));
  session = createSession({
    ...{ face: 'browser', version: '1.2.3', launcher, log, dialogs: null },
    userData: join(folder, 'user'),
    demoFolder: join(folder, 'demo'),
    reveal: () => {},
  });
});

afterEach(async () => {
  await session.close();
  await rm(folder, { recursive: true, force: true });
});

const failure = async (method: string, input: unknown) => {
  const reply = await session.call(method, input);
  if (reply.ok) throw new Error(`${method} was answered`);
  return reply.error;
};

describe('a session', () => {
  it('tells what the shell can do', async () => {
    expect(await session.call('appInfo', {})).toMatchObject({
      ok: true,
      value: { face: 'browser', version: '1.2.3', nativeDialogs: false, project: null },
    });
  });

  it('refuses unknown methods, also those every object has', async () => {
    for (const method of ['frobnicate', 'constructor', 'toString', '__proto__']) {
      expect((await failure(method, {})).code).toBe('unknown-method');
    }
  });

  it('refuses input that does not fit the contract', async () => {
    expect((await failure('openProject', { path: 7 })).code).toBe('bad-input');
    expect((await failure('openProject', { path: '/', more: 1 })).code).toBe('bad-input');
  });

  it('says what to do where there is no project', async () => {
    expect((await failure('pairDetail', { event: 'a', station: 'b', width: 100 })).code).toBe('no-project');
    expect(await failure('openProject', { path: join(folder, 'nowhere') })).toMatchObject({ code: 'no-folder' });
    expect((await failure('openProject', { path: join(folder, 'nowhere') })).advice).not.toBeNull();
  });

  it('names key and line of a bad configuration', async () => {
    await mkdir(join(folder, 'project'));
    await writeFile(join(folder, 'project/atoa.yaml'), 'min_period: 10\nmax_perod: 30\n');
    const { code, message } = await failure('openProject', { path: join(folder, 'project') });
    expect(code).toBe('configuration');
    expect(message).toMatch(/atoa\.yaml:2: unknown parameter "max_perod" \(did you mean "max_period"\?\)/);
  });

  it('remembers projects, newest first, and forgets them', async () => {
    for (const name of ['a', 'b']) {
      await mkdir(join(folder, name, 'observed'), { recursive: true });
      expect(await session.call('openProject', { path: join(folder, name) })).toMatchObject({ ok: true });
    }
    const list = async () => {
      const reply = await session.call('recentProjects', {});
      return reply.ok ? (reply.value as { name: string }[]).map(({ name }) => name) : [];
    };
    expect(await list()).toEqual(['b', 'a']);
    await session.call('forgetRecent', { path: join(folder, 'b') });
    expect(await list()).toEqual(['a']);
  });

  it('lists folders and marks projects', async () => {
    await mkdir(join(folder, 'project/synthetics'), { recursive: true });
    await mkdir(join(folder, 'other'));
    expect(await session.call('listFolder', { path: folder })).toMatchObject({
      ok: true,
      value: {
        folders: [
          { name: 'other', isProject: false },
          { name: 'project', isProject: true },
        ],
      },
    });
    expect((await failure('listFolder', { path: join(folder, 'nowhere') })).code).toBe('unreadable-folder');
  });

  it('passes on a folder that was named outside of the page', async () => {
    const heard: unknown[] = [];
    const unsubscribe = session.subscribe((event, payload) => heard.push([event, payload]));
    session.openFromOutside('/some/folder');
    unsubscribe();
    session.openFromOutside('/another');
    expect(heard).toEqual([['openProject', { path: '/some/folder' }]]);
    expect(await session.call('appInfo', {})).toMatchObject({ value: { project: '/another' } });
  });
});
