import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DEFAULT_PREFERENCES } from '@/api';
import { PreferencesFile } from './preferences';

let folder: string;
const file = () => join(folder, 'preferences.json');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atoa-preferences-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('begins with the defaults, tells of changes, and finds them again', async () => {
  const heard = vi.fn();
  const first = new PreferencesFile(folder, heard);
  expect(first.state).toEqual({ preferences: DEFAULT_PREFERENCES, notice: null });
  await first.set({ theme: 'dark' });
  await first.set({ logLevel: 'debug' });
  const expected = { ...DEFAULT_PREFERENCES, theme: 'dark', logLevel: 'debug' };
  expect(heard.mock.calls.map(([preferences]) => preferences as unknown)).toEqual([
    DEFAULT_PREFERENCES,
    { ...DEFAULT_PREFERENCES, theme: 'dark' },
    expected,
  ]);
  expect(new PreferencesFile(folder, () => undefined).state.preferences).toEqual(expected);
});

it('takes a file of another version: what it does not give has its default, what is unknown is left out', async () => {
  await writeFile(file(), '{"theme":"light","colour":"red"}');
  const { preferences, notice } = new PreferencesFile(folder, () => undefined).state;
  expect([preferences, notice]).toEqual([{ ...DEFAULT_PREFERENCES, theme: 'light' }, null]);
});

it.each(['{"theme":', '{"theme":"pink"}', '[]'])('puts a damaged file aside and says so: %s', async (text) => {
  await writeFile(file(), text);
  const { preferences, notice } = new PreferencesFile(folder, () => undefined).state;
  expect(preferences).toEqual(DEFAULT_PREFERENCES);
  expect(notice).toContain('preferences.json was damaged');
  expect(await readFile(`${file()}.damaged`, 'utf8')).toBe(text);
  expect(existsSync(file())).toBe(false);
});

it('says where they cannot be kept, and holds them all the same', async () => {
  const inFile = join(folder, 'occupied');
  await writeFile(inFile, '');
  const preferences = new PreferencesFile(inFile, () => undefined);
  await expect(preferences.set({ theme: 'dark' })).rejects.toMatchObject({ code: 'preferences-not-kept' });
  expect(preferences.state.preferences.theme).toBe('dark');
});
