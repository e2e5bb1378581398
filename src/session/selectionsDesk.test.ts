import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SavedSelections } from '@/api';
import { NO_LIMITS } from '@/core/model';
import { createSession, type Session } from './index';

const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const open = { min: null, max: null };
const filters = {
  ...{ events: '2018p*', stations: '', magnitude: { min: 4.5, max: null }, depthKm: open },
  ...{ time: { min: '2018-01-01', max: null }, pairs: { ...NO_LIMITS, maxDistanceKm: 500 } },
};
const selection = (name: string) => ({ name, events: ['a'], stations: ['NZ.BFZ', 'NZ.KHZ'], filters });

let folder: string;
let project: string;
let session: Session;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atoa-selections-'));
  project = join(folder, 'project');
  await mkdir(join(project, 'observed/a'), { recursive: true });
  await start();
});
afterEach(async () => {
  await session.close();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  session = createSession({
    ...{ face: 'browser', version: '1.2.3', log, dialogs: null, reveal: () => {} },
    launcher: {
      launch: () => {
        throw new Error('no worker is needed here');
      },
    },
    ...{ userData: join(folder, 'user'), demoFolder: join(folder, 'demo') },
  });
  await session.call('openProject', { path: project });
}

async function call(method: string, input: unknown): Promise<SavedSelections> {
  const reply = await session.call(method, input);
  if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`);
  return reply.value as SavedSelections;
}
const save = (name: string, replace = false) => call('saveSelection', { selection: selection(name), replace });
const names = ({ selections }: SavedSelections) => selections.map(({ name }) => name);
const file = () => join(project, '.atoa/selections.json');

describe('saved selections', () => {
  it('write nothing into a project before the first', async () => {
    expect(await call('savedSelections', {})).toEqual({ selections: [], notice: null });
    expect(existsSync(join(project, '.atoa'))).toBe(false);
  });

  it('are there again in another session, as they were', async () => {
    await save('north');
    await save('all of 2018');
    await session.close();
    await start();
    const kept = await call('savedSelections', {});
    expect(names(kept)).toEqual(['all of 2018', 'north']);
    expect(kept.selections[1]).toMatchObject(selection('north'));
  });

  it('are not replaced by accident', async () => {
    await save('north');
    await expect(save('north')).rejects.toThrow('name-taken');
    expect(names(await save('north', true))).toEqual(['north']);
  });

  it('are renamed and deleted, and say so where they are gone', async () => {
    await save('north');
    await save('south');
    expect(names(await call('renameSelection', { name: 'north', to: 'zenith' }))).toEqual(['south', 'zenith']);
    await expect(call('renameSelection', { name: 'zenith', to: 'south' })).rejects.toThrow('name-taken');
    expect(names(await call('deleteSelection', { name: 'south' }))).toEqual(['zenith']);
    await expect(call('deleteSelection', { name: 'south' })).rejects.toThrow('unknown-selection');
  });

  it('are all kept where several are saved at once', async () => {
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => save(name)));
    expect(names(await call('savedSelections', {}))).toEqual(['a', 'b', 'c', 'd']);
  });

  it.each([
    ['{"version":1,"selections":[', 'JSON', []],
    ['{"version":7,"selections":[]}', 'not a list of selections of this version', []],
    [
      `{"version":1,"selections":[{"name":"x"},${JSON.stringify({ ...selection('north'), savedAt: 'then' })}]}`,
      '1 of its 2 selections cannot be understood',
      ['north'],
    ],
  ])('are put aside where their file is damaged: %s', async (text, damage, left) => {
    await mkdir(join(project, '.atoa'));
    await writeFile(file(), text);
    const read = await call('savedSelections', {});
    expect(read.notice).toContain('selections.json is damaged');
    expect(read.notice).toContain(damage);
    expect(names(read)).toEqual(left);
    expect(await readFile(file(), 'utf8')).toBe(text);

    expect(names(await save('new'))).toEqual(['new', ...left]);
    const aside = (await readdir(join(project, '.atoa'))).find((name) => name.startsWith('selections.json.damaged-'));
    expect(await readFile(join(project, '.atoa', aside!), 'utf8')).toBe(text);
    expect((await call('savedSelections', {})).notice).toBeNull();
  });
});
