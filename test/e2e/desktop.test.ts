import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ExportFilter, MenuEntry, Outputs } from '@/api';
import { atoa } from '../support/cli';
import { MainProcess, valueOf, type ToldMenuItem } from '../support/electron/run';

const ANY = { min: null, max: null };
const ALL: ExportFilter = {
  ...{ events: [], stations: [], components: [], status: [], misfit: ANY, cc: ANY, dt: ANY },
  ...{ withWindows: false, within: null, pairs: null },
};

/** What a desktop expects of an application, by the main process over the double of Electron. */
describe('the desktop application', () => {
  let home: string;
  let demo: string;
  let main: MainProcess;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'atoa-desktop-'));
    demo = join(home, 'demo');
    expect((await atoa(['demo', demo, '--events', '2', '--stations', '6'], home)).code).toBe(0);
    await mkdir(join(home, 'userData'), { recursive: true });
    await writeFile(join(home, 'userData/preferences.json'), '{"theme":"dark","logLevel":"debug"}');
    await writeFile(join(home, 'userData/recent-projects.json'), JSON.stringify([{ path: demo, openedAt: 1 }]));
    main = new MainProcess(home);
    await main.until('shown');
  });

  afterAll(async () => {
    main.stop();
    await rm(home, { recursive: true, force: true });
  });

  const menuOf = (items: ToldMenuItem[], label: string) => items.find((item) => item.label === label)?.submenu ?? [];
  const labels = (items: ToldMenuItem[]) => items.map(({ label, role }) => label ?? role ?? '—');
  const entry = (change: Partial<MenuEntry>): MenuEntry => ({
    ...{ menu: 'run', section: 'run', id: 'run.start', text: 'Start the Run', keys: 'CmdOrCtrl+Enter' },
    ...{ enabled: true, checked: null },
    ...change,
  });

  it('takes theme and log level from the preferences before its window opens', async () => {
    expect(await main.until('theme')).toBe('dark');
    const kinds = main.told.map(({ kind }) => kind);
    expect(kinds.indexOf('theme')).toBeLessThan(kinds.indexOf('window'));
    const { preferences } = valueOf(await main.call('preferences', {}));
    expect(preferences).toMatchObject({ theme: 'dark', logLevel: 'debug', maxStations: null });
  });

  it('changes the theme of the system with the preference, and keeps it', async () => {
    valueOf(await main.call('setPreferences', { theme: 'light' }));
    await main.until('theme', (theme) => theme === 'light');
    expect(JSON.parse(await readFile(join(home, 'userData/preferences.json'), 'utf8'))).toMatchObject({
      theme: 'light',
      logLevel: 'debug',
    });
  });

  it('has the menu of its platform, with recent projects, before a page adds to it', async () => {
    const menu = await main.until<ToldMenuItem[]>('menu', (items) => {
      const recent = menuOf(items, '&File').find(({ label }) => label === 'Open Recent');
      return recent?.submenu?.some(({ label }) => label === 'demo') ?? false;
    });
    expect(labels(menu)).toEqual(['&File', '&Edit', '&View', 'windowMenu', '&Help']);
    expect(labels(menuOf(menu, '&File'))).toEqual(['Open Folder…', 'Open Recent', '—', 'quit']);
    const edit = ['undo', 'redo', '—', 'cut', 'copy', 'paste', 'delete', 'selectAll'];
    expect(labels(menuOf(menu, '&Edit'))).toEqual(edit);
    expect(labels(menuOf(menu, '&View'))).toContain('togglefullscreen');
  });

  it("puts the page's commands into the menu, with keys that the page takes itself, and tells the page of a choice", async () => {
    const entries = [
      entry({}),
      entry({ id: 'run.plot', section: 'settings', text: 'Write Figures', keys: null, enabled: false, checked: true }),
      entry({ menu: 'app', section: '', id: 'app.preferences', text: 'Preferences…', keys: 'CmdOrCtrl+,' }),
    ];
    valueOf(await main.call('publishMenu', { entries }));
    const menu = await main.until<ToldMenuItem[]>('menu', (items) => labels(items).includes('&Run'));
    expect(menuOf(menu, '&Run')).toMatchObject([
      { label: 'Start the Run', accelerator: 'CmdOrCtrl+Enter', registerAccelerator: false, enabled: true },
      { type: 'separator' },
      { label: 'Write Figures', type: 'checkbox', checked: true, enabled: false },
    ]);
    expect(labels(menuOf(menu, '&File'))).toContain('Preferences…');
    await main.ask('choose', ['&Run', 'Start the Run']);
    expect(await main.event('command', ({ id }) => id === 'run.start')).toEqual({ id: 'run.start' });
  });

  it('refuses a menu that is none', async () => {
    const bad = [entry({ menu: 'dock' as MenuEntry['menu'] })];
    expect(await main.call('publishMenu', { entries: bad })).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  });

  it('opens what a second launch, the system or the menu asks for, and comes to the front', async () => {
    const file = join(demo, 'atoa.yaml');
    await main.ask('emit', { from: 'app', event: 'second-instance', args: [[], '/', { project: file }] });
    await main.event('openProject', ({ path }) => path === file);
    await main.until('focused');
    expect(valueOf<Outputs['openProject']>(await main.call('openProject', { path: file })).path).toBe(demo);
    await main.until('recent-document', (path) => path === file);

    const prevented = await main.ask('emit', { from: 'app', event: 'open-file', args: [join(home, 'other')] });
    expect(prevented).toBe(true);
    await main.event('openProject', ({ path }) => path === join(home, 'other'));

    const before = main.told.length;
    await main.ask('choose', ['&File', 'Open Recent', 'demo']);
    expect(main.told.slice(before).some(({ value: sent }) => JSON.stringify(sent).includes('openProject'))).toBe(true);
  });

  it('opens a project with another file of parameters, and saves into that file', async () => {
    const file = join(demo, 'long.atoa.yaml');
    const yaml = await readFile(join(demo, 'atoa.yaml'), 'utf8');
    await writeFile(file, yaml.replace('max_period: 60', 'max_period: 90'));
    const opened = valueOf<Outputs['openProject']>(await main.call('openProject', { path: file }));
    expect([opened.configFile, opened.parameters.max_period]).toEqual([file, 90]);
    const read = valueOf(await main.call('parametersFile', {}));
    const changed = read.yaml.replace('max_period: 90', 'max_period: 80');
    const saved = valueOf<Outputs['saveParameters']>(
      await main.call('saveParameters', { yaml: changed, base: read.yaml }),
    );
    expect([saved.configFile, saved.parameters.max_period]).toEqual([file, 80]);
    expect(await readFile(join(demo, 'atoa.yaml'), 'utf8')).toBe(yaml);
  });

  it('shows the menu of a text field, by what can be done there', async () => {
    const editFlags = { canUndo: false, canCut: false, canCopy: false, canPaste: true, canSelectAll: true };
    const field = { isEditable: true, selectionText: '', editFlags, menuSourceType: 'mouse' };
    await main.ask('emit', { from: 'contents', event: 'context-menu', args: [field] });
    const items = await main.until<ToldMenuItem[]>('popup');
    expect(items.find(({ role }) => role === 'cut')).toMatchObject({ enabled: false });
    expect(items.find(({ role }) => role === 'paste')).toMatchObject({ enabled: true });
  });

  it('tells a page that is gone nothing', async () => {
    const details = { reason: 'clean-exit', exitCode: 0 };
    await main.ask('emit', { from: 'contents', event: 'render-process-gone', args: [details] });
    await main.ask('emit', { from: 'app', event: 'second-instance', args: [[], '/', { project: demo }] });
    expect(main.told.filter(({ kind }) => kind === 'sent-to-nobody')).toEqual([]);
  });

  it('reloads a page that crashed, where the user wants it', async () => {
    await main.ask('answer', { message: 'Reload' });
    const details = { reason: 'oom', exitCode: 9 };
    await main.ask('emit', { from: 'contents', event: 'render-process-gone', args: [details] });
    await main.until<{ message: string }>('message-box', ({ message }) => message.includes('stopped working'));
    await main.until('reloaded');
    const { project } = valueOf(await main.call('appInfo', {}));
    expect(project).toBe(demo);
  });

  it('takes its question back where a page that hung comes back by itself', async () => {
    await main.ask('emit', { from: 'window', event: 'unresponsive', args: [] });
    await main.until<{ message: string }>('message-box', ({ message }) => message.includes('does not respond'));
    await main.ask('emit', { from: 'window', event: 'responsive', args: [] });
    await main.until('message-box-closed');
    expect(main.told.filter(({ kind }) => kind === 'reloaded')).toHaveLength(1);
  });

  it('reloads a page that hangs, without asking once more for the crash that this makes', async () => {
    await main.ask('answer', { message: 'Reload' });
    const boxes = () => main.told.filter(({ kind }) => kind === 'message-box').length;
    const before = boxes();
    await main.ask('emit', { from: 'window', event: 'unresponsive', args: [] });
    await expect.poll(() => main.told.filter(({ kind }) => kind === 'reloaded').length).toBe(2);
    expect(boxes()).toBe(before + 1);
  });

  it('shows the folder of the log', async () => {
    valueOf(await main.call('showFolder', { which: 'logs' }));
    expect(await main.until('opened-path')).toBe(join(home, 'logs'));
  });

  it('asks before it stops a run, and goes on with it', async () => {
    valueOf(await main.call('openProject', { path: demo }));
    const request = { events: [], stations: [], maxStations: 1, maxEvents: 1, fresh: true, plot: false };
    valueOf(await main.call('startRun', request));
    await main.ask('answer', { message: 'Keep Running' });
    await main.ask('close', null);
    await main.until<{ message: string }>('message-box', ({ message }) => message === 'A run is in progress.');
    await main.event('run', ({ progress }) => progress !== null && progress.done > 0);
    expect(main.told.some(({ kind }) => kind === 'closed')).toBe(false);
    valueOf(await main.call('cancelRun', {}));
    await main.event('run', ({ progress }) => progress?.state === 'cancelled');
  });

  it('asks before parameters that are not saved are lost, and its engine lives on where they are kept', async () => {
    const boxes = (message: string) =>
      main.told.filter(
        ({ kind, value }) => kind === 'message-box' && (value as { message: string }).message === message,
      );
    await main.ask('hold', true);
    await main.ask('answer', { message: 'Stay' });
    for (const way of ['close', 'quit']) await main.ask(way, null);
    expect(boxes('Parameters are not saved.')).toHaveLength(2);
    const request = { events: [], stations: [], maxStations: 1, maxEvents: 1, fresh: true, plot: false };
    valueOf(await main.call('startRun', request));
    // The first question is of the run; the double answers the second, which is of the parameters, with what is unknown: no.
    await main.ask('answer', { message: 'Stop and Quit' });
    await main.ask('quit', null);
    await expect.poll(() => boxes('Parameters are not saved.').length).toBe(3);
    valueOf(await main.call('cancelRun', {}));
    const state = async () => valueOf<Outputs['runState']>(await main.call('runState', {}))?.state;
    await expect.poll(state, { timeout: 20_000 }).toBe('cancelled');
    await main.ask('hold', false);
    expect(main.told.some(({ kind }) => kind === 'closed')).toBe(false);
    expect(valueOf(await main.call('pairDecisions', { event: 'none', station: 'NZ.X' }))).toEqual([]);
  });

  it('saves a picture of the page where the dialog says, and nothing where it is left', async () => {
    const file = join(home, 'map.png');
    const picture = { name: 'map.png', format: 'png' as const, base64: Buffer.from('\x89PNG').toString('base64') };
    await main.ask('answer', { save: null });
    expect(valueOf(await main.call('savePicture', picture))).toEqual({ kind: 'cancelled' });
    await main.ask('answer', { save: file });
    expect(valueOf(await main.call('savePicture', picture))).toEqual({ kind: 'saved', path: file });
    expect(await readFile(file)).toEqual(Buffer.from('\x89PNG'));
    const asked = await main.until<{ defaultPath: string; filters: unknown }>(
      'save-dialog',
      ({ defaultPath }) => defaultPath === 'map.png',
    );
    expect(asked.filters).toEqual([{ name: 'PNG', extensions: ['png'] }]);

    await main.ask('answer', { save: join(home, 'no/such/folder/map.png') });
    expect(await main.call('savePicture', picture)).toMatchObject({ ok: false });
  });

  it('asks before it stops an export, goes on with it, and leaves no half of a file when it quits', async () => {
    valueOf(await main.call('openProject', { path: demo }));
    const request = { events: [], stations: [], maxStations: 2, maxEvents: 1, fresh: false, plot: false };
    valueOf(await main.call('startRun', request));
    await main.event('run', ({ progress }) => progress?.state === 'done');
    const order = { filter: ALL, layout: 'each' as const, folder: 'pictures', format: 'png' as const };
    valueOf(await main.call('startFigures', { ...order, widthCm: 25, dpi: 400 }));
    await main.ask('answer', { message: 'Keep Exporting' });
    await main.ask('close', null);
    await main.until<{ message: string }>('message-box', ({ message }) => message === 'An export is in progress.');
    await main.event('export', ({ done }) => done > 0);
    expect(main.told.some(({ kind }) => kind === 'closed')).toBe(false);
    await main.ask('answer', { message: 'Stop and Quit' });
    const exit = main.exited();
    await main.ask('close', null);
    expect(await exit).toBe(0);
    const pictures = await readdir(join(demo, 'pictures'));
    expect(pictures.length).toBeGreaterThan(0);
    expect(pictures.length).toBeLessThan(12);
    expect(pictures.filter((name) => !name.endsWith('.png'))).toEqual([]);
  });
});

describe('the start of the window', () => {
  let home: string;
  let main: MainProcess | null = null;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'atoa-desktop-'));
    const state = { bounds: { x: 0, y: 0, width: 1200, height: 800 }, maximized: true, fullScreen: false };
    await mkdir(join(home, 'userData'), { recursive: true });
    await writeFile(join(home, 'userData/window.json'), JSON.stringify(state));
  });
  afterEach(() => main?.stop());
  afterAll(() => rm(home, { recursive: true, force: true }));

  it('shows it maximized as it was, and not before there is something to see', async () => {
    main = new MainProcess(home);
    await main.until('shown');
    expect(await main.until('maximized')).toEqual({ wasVisible: false, drawn: true });
  });

  it('shows it on Wayland too, where a hidden window draws nothing', async () => {
    main = new MainProcess(home, [], { WAYLAND_DISPLAY: 'wayland-0' });
    await main.until('shown');
  });

  it('is left to the first instance, by a second one', async () => {
    main = new MainProcess(home, [join(home, 'p')], { ATOA_DOUBLE_SECOND: '1' });
    expect(await main.exited()).toBe(0);
    expect(main.told).toEqual([
      { kind: 'sandbox', value: true },
      expect.anything(),
      { kind: 'lock', value: { project: join(home, 'p') } },
    ]);
  });

  it('does without a folder of documents', async () => {
    main = new MainProcess(home, [], { ATOA_DOUBLE_WITHOUT: 'documents' });
    await main.until('shown');
    expect(await main.call('appInfo', {})).toMatchObject({ ok: true });
  });

  it('waits with a project of a second launch until somebody can open it', async () => {
    main = new MainProcess(home);
    await main.until('lock');
    await main.ask('emit', { from: 'app', event: 'second-instance', args: [[], '/', { project: '/data/early' }] });
    await main.event('openProject', ({ path }) => path === '/data/early');
  });
});

describe('a file that is opened with the application', () => {
  it('is the project of the page that loads', async () => {
    const home = await mkdtemp(join(tmpdir(), 'atoa-desktop-'));
    const main = new MainProcess(home, [join(home, 'p/atoa.yaml')]);
    try {
      expect(await main.until('lock')).toEqual({ project: join(home, 'p/atoa.yaml') });
      await main.until('shown');
      const info = await main.call('appInfo', {});
      expect(info).toMatchObject({ ok: true, value: { project: join(home, 'p/atoa.yaml') } });
    } finally {
      main.stop();
      await rm(home, { recursive: true, force: true });
    }
  });
});
