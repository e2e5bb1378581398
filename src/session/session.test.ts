import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input, Method, Outputs } from '@/api';
import { packCells } from '@/core/model';
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

async function value<M extends Method>(method: M, input: Input<M>): Promise<Outputs[M]> {
  const reply = await session.call(method, input);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value as Outputs[M];
}

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

  it('says that the folder of the open project is gone, and goes on when it is back', async () => {
    const path = join(folder, 'project');
    await mkdir(join(path, 'observed'), { recursive: true });
    await writeFile(join(path, 'atoa.yaml'), 'min_period: 12\n');
    await value('openProject', { path });
    await rename(path, join(folder, 'away'));
    const request = { events: [], stations: [], maxStations: 1, maxEvents: 1, fresh: false, plot: false };
    for (const [method, input] of [
      ['startRun', request],
      ['recheckProject', { force: false }],
      ['parametersFile', {}],
      ['saveParameters', { yaml: '', base: 'min_period: 12\n' }],
    ] as const) {
      expect(await failure(method, input)).toMatchObject({
        code: 'folder-gone',
        advice: expect.stringMatching(/Put it back/) as string,
      });
    }
    await rename(join(folder, 'away'), path);
    expect(await value('recheckProject', { force: false })).toBeNull();
    expect((await value('parametersFile', {})).yaml).toBe('min_period: 12\n');
  });

  it('tells all pages of another project, of none, and of parameters that were saved', async () => {
    const path = join(folder, 'project');
    await mkdir(join(path, 'observed'), { recursive: true });
    const told: unknown[] = [];
    session.subscribe((event, payload) => told.push([event, payload]));
    await value('openProject', { path });
    await value('openProject', { path });
    await value('saveParameters', { yaml: 'min_period: 12\n', base: '' });
    await value('closeProject', {});
    expect(told).toEqual([
      ['turned', { path }],
      ['parametersSaved', { name: 'atoa.yaml', yaml: 'min_period: 12\n' }],
      ['turned', { path: null }],
    ]);
  });

  it('opens a project with a broken configuration to be looked at and mended, and runs nothing of it', async () => {
    const path = join(folder, 'project');
    await mkdir(join(path, 'data/a1'), { recursive: true });
    await writeFile(join(path, 'data/a1/NZ.BFZ.10.HHZ.sac'), '');
    const yaml = 'min_period: 10\nmax_perod: 30\npaths: { observed: data }\n';
    await writeFile(join(path, 'atoa.yaml'), yaml);
    const overview = await value<'openProject'>('openProject', { path });
    expect(overview.broken).toEqual({
      name: 'atoa.yaml',
      issues: [{ path: 'max_perod', line: 2, column: 1, message: expect.stringContaining('"max_period"?') as string }],
    });
    expect(overview.problems[0]).toMatchObject({ severity: 'error', file: join(path, 'atoa.yaml') });
    expect(overview.problems[0]!.message).toMatch(/^atoa\.yaml, line 2, column 1: unknown parameter "max_perod"/);
    expect(overview.events.map(({ id }) => id)).toEqual(['a1']);
    const request = { events: [], stations: [], maxStations: 1, maxEvents: 1, fresh: false, plot: false };
    expect(await failure('startRun', request)).toMatchObject({ code: 'broken-parameters' });

    const file = await value<'parametersFile'>('parametersFile', {});
    expect(file.yaml).toBe(yaml);
    const mended = yaml.replace('perod', 'period');
    const saved = await value<'saveParameters'>('saveParameters', { yaml: mended, base: yaml });
    expect(saved).toMatchObject({ broken: null, parameters: { max_period: 30 } });
  });

  it('says that a folder is no project, surveys it, and makes it one', async () => {
    const path = join(folder, 'foreign');
    await mkdir(join(path, 'obs/a1'), { recursive: true });
    await mkdir(join(path, 'syn/a1'), { recursive: true });
    await writeFile(join(path, 'obs/a1/NZ.BFZ.10.HHZ.sac'), '');
    await writeFile(join(path, 'syn/a1/NZ.BFZ.BXZ.semd'), '');
    expect(await failure('openProject', { path })).toMatchObject({ code: 'not-a-project' });
    const survey = await value<'surveyFolder'>('surveyFolder', { path });
    const { layout, check } = survey.proposals[0]!;
    expect([layout.observed, layout.synthetics, check.ready]).toEqual(['obs', 'syn', 1]);
    const tried = await value<'tryLayout'>('tryLayout', { path, layout: { ...layout, observed: 'nowhere' } });
    expect([tried.ready, tried.problems[0]!.message]).toEqual([0, expect.stringContaining('nowhere')]);
    expect(await readdir(path)).toEqual(['obs', 'syn']);
    await value<'createProject'>('createProject', { path, layout });
    expect((await value<'openProject'>('openProject', { path })).availability).toEqual([packCells([3])]);
    const bad = { ...layout, settings: [{ key: 'executive.plot', value: true, reason: '' }] };
    expect(await failure('tryLayout', { path, layout: bad })).toMatchObject({ code: 'bad-input' });
  });

  it('opens again what has changed on disk, tells the files of a pair, and notices an edited configuration', async () => {
    const path = join(folder, 'project');
    await mkdir(join(path, 'observed/a1'), { recursive: true });
    await mkdir(join(path, 'synthetics/a1'), { recursive: true });
    await writeFile(join(path, 'atoa.yaml'), '');
    await value<'openProject'>('openProject', { path });
    expect(await value<'recheckProject'>('recheckProject', { force: false })).toBeNull();
    const file = join(path, 'observed/a1/NZ.BFZ.10.HHZ.sac');
    await writeFile(file, '');
    const again = await value<'recheckProject'>('recheckProject', { force: false });
    expect(again!.availability).toEqual([packCells([1])]);
    expect((await value<'recheckProject'>('recheckProject', { force: true }))!.availability).toEqual([packCells([1])]);
    const files = await value<'pairFiles'>('pairFiles', { event: 'a1', station: 'NZ.BFZ' });
    expect(files).toEqual({ event: null, stations: [], observed: [file], synthetic: [] });

    const told = new Promise((done) => session.subscribe((name, payload) => done([name, payload])));
    await writeFile(join(path, 'atoa.yaml'), 'min_period: 5\n');
    expect(await told).toEqual(['parametersChanged', { name: 'atoa.yaml' }]);
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
    expect((await failure('listFolder', { path: join(folder, 'nowhere') })).code).toBe('no-folder');
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
