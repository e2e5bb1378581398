import { fork } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outputs, Reply } from '@/api';
import { MainProcess, valueOf } from '../support/electron/run';

/** Electron's main process without Electron: its built bundle over a double of the `electron` module. */
describe("Electron's main process", () => {
  let home: string;
  let main: MainProcess;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'atoa-electron-'));
    main = new MainProcess(home);
    await main.until('shown');
  });

  afterAll(async () => {
    main.stop();
    await rm(home, { recursive: true, force: true });
  });

  it('opens a sandboxed, isolated window on its own protocol', async () => {
    const options = await main.until<{ webPreferences: Record<string, unknown> }>('window');
    expect(options.webPreferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false });
    expect(await main.until('url')).toBe('atoa://app/index.html');
    expect(await main.until('sandbox')).toBe(true);
  });

  it('gives the page its bridge, by a preload script that loads in a sandbox', async () => {
    const reply = await main.ask<Reply<Outputs['appInfo']>>('page', { name: 'call', args: ['appInfo', {}] });
    expect(valueOf(reply)).toMatchObject({ face: 'electron' });
    expect(main.told.filter(({ kind }) => kind === 'preload-error')).toEqual([]);
    expect(await main.ask('drop', '/data/a project')).toBe('/data/a project');
    expect(await main.ask('drop', '')).toBeNull();
    expect(await main.ask('drop', null)).toBeNull();
  });

  it('lets its page reload itself, and go nowhere else', async () => {
    const goes = (url: string) => main.ask('emit', { from: 'contents', event: 'will-navigate', url, args: [] });
    expect(await goes('atoa://app/index.html')).toBe(false);
    for (const url of ['https://example.org/', 'file:///etc/passwd', 'atoa://app/other.html']) {
      expect([url, await goes(url)]).toEqual([url, true]);
    }
    expect(await main.until('window-open')).toBe('deny');
  });

  it('lets its page write to the clipboard, and denies all other permissions', async () => {
    const url = 'atoa://app/index.html';
    const ask = (permission: string, from = url, isMainFrame = true) =>
      main.ask('permission', { permission, url: from, isMainFrame });
    expect(await ask('clipboard-sanitized-write')).toEqual({ check: true, request: true });
    const denied = { check: false, request: false };
    expect(await ask('clipboard-sanitized-write', 'https://example.org/')).toEqual(denied);
    expect(await ask('clipboard-sanitized-write', url, false)).toEqual(denied);
    for (const permission of ['clipboard-read', 'geolocation', 'media', 'notifications', 'openExternal', 'unknown']) {
      expect([permission, await ask(permission)]).toEqual([permission, denied]);
    }
  });

  it('serves its pages with a content security policy, and nothing else', async () => {
    interface Page {
      status: number;
      headers: Record<string, string>;
      body: string;
    }
    const page = await main.ask<Page>('fetch', 'atoa://app/index.html');
    expect(page.status).toBe(200);
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
    // The system of the double thinks that every file is plain text.
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    const script = /src="\.?\/?(assets\/[^"]+\.js)"/.exec(page.body)![1]!;
    const { headers } = await main.ask<Page>('fetch', `atoa://app/${script}`);
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    const others = [
      'atoa://app/..%2f..%2fpackage.json',
      'atoa://app/..%5c..%5cpackage.json',
      'atoa://other/index.html',
    ];
    const odd = ['atoa://app/no-such-file', 'atoa://app/', 'atoa://app/%zz', 'atoa://app/a%00b'];
    for (const url of [...others, ...odd]) {
      expect([url, (await main.ask<Page>('fetch', url)).status]).toEqual([url, 404]);
    }
  });

  it('refuses messages of other pages, unknown methods and bad input', async () => {
    const foreign = await main.call('appInfo', {}, 'https://example.org/');
    expect(foreign).toMatchObject({ ok: false, error: { code: 'refused' } });
    const gone = await main.ask('invoke', { channel: 'atoa:call', args: ['appInfo', {}], from: null });
    expect(gone).toMatchObject({ ok: false, error: { code: 'refused' } });
    const imitation = await main.call('appInfo', {}, 'atoa://app.example.org/');
    expect(imitation).toMatchObject({ ok: false, error: { code: 'refused' } });
    const bad = await main.call('pairDetail', { event: 'a', station: 'b', width: -1 });
    expect(bad).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  });

  it('makes the demo, runs one pair in a utility process, and saves the table where the dialog says', async () => {
    const { path } = valueOf(await main.call('createDemo', { events: 1, stations: 1 }));
    const overview = valueOf<Outputs['openProject']>(await main.call('openProject', { path }));
    expect([overview.events.length, overview.stations.length]).toEqual([1, 1]);

    const request = { events: [], stations: [], maxStations: 1, maxEvents: 1, fresh: false, plot: false };
    expect(valueOf(await main.call('startRun', request)).total).toBe(1);
    const { progress } = await main.event('run', (news) => news.progress?.state === 'done');
    expect(progress).toMatchObject({ total: 1, done: 1, failed: 0 });
    expect(main.told.some(({ kind }) => kind === 'utility-process')).toBe(true);
    expect(await main.until('awake', (type) => type !== null)).toBe('prevent-app-suspension');
    await main.until('awake', (type) => type === null);
    await main.until<{ mode: string | null }>('progress-bar', ({ mode }) => mode === 'normal');
    await main.until<{ fraction: number }>('progress-bar', ({ fraction }) => fraction === -1);
    const { title, body } = await main.until<{ title: string; body: string }>('notification');
    expect([title, body]).toEqual(['1-events-1-stations', expect.stringMatching(/^The run is done: 1 pair done, 0/)]);

    // The click on the message has brought the window to the front: it says nothing there.
    valueOf(
      await main.call('startRun', {
        ...request,
        only: [{ event: overview.events[0]!.id, station: overview.stations[0]!.code }],
      }),
    );
    const bars = () => main.told.filter(({ kind }) => kind === 'progress-bar');
    const cleared = () => bars().filter(({ value: bar }) => (bar as { fraction: number }).fraction === -1).length;
    await expect.poll(cleared, { timeout: 60_000 }).toBe(2);
    await main.call('appInfo', {});
    expect(main.told.filter(({ kind }) => kind === 'notification')).toHaveLength(1);

    const file = join(home, 'misfits.csv');
    await main.ask('answer', { save: file });
    const saved = valueOf(await main.call('exportTable', { table: 'misfits', format: 'csv' }));
    expect(saved).toEqual({ kind: 'saved', path: file });
    const asked = await main.until<{ properties: string[] }>('save-dialog');
    expect(asked.properties).toContain('showOverwriteConfirmation');
    expect(await readFile(file, 'utf8')).toContain(overview.events[0]!.id);
  });

  it('quits cleanly', async () => {
    expect(await main.quit()).toBe(0);
  });
});

describe('a worker whose set-up fails', () => {
  it('ends and says why, where unhandled rejections are only warned of, as in Electron', async () => {
    const program = resolve(import.meta.dirname, '../../out/main/workers/writer.js');
    const child = fork(program, [], {
      execArgv: ['--unhandled-rejections=warn'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let said = '';
    child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.send({ type: 'start', context: null });
    const code = await new Promise((ended) => child.once('close', ended));
    expect([code, said]).toEqual([1, expect.stringContaining('TypeError')]);
  });
});
