import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outputs, Reply } from '@/api';
import { MainProcess } from '../support/electron/run';

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

  function value<T>(reply: Reply<T>): T {
    if (!reply.ok) throw new Error(reply.error.message);
    return reply.value;
  }

  it('opens a sandboxed, isolated window on its own protocol', async () => {
    const options = await main.until<{ webPreferences: Record<string, unknown> }>('window');
    expect(options.webPreferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false });
    expect(await main.until('url')).toBe('atoa://app/index.html');
    expect(await main.until('sandbox')).toBe(true);
  });

  it('denies new windows and permissions', async () => {
    expect(await main.until('window-open')).toBe('deny');
    expect(await main.until('permission')).toBe(false);
    expect(await main.until('permission-check')).toBe(false);
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
    for (const url of ['atoa://app/..%2f..%2fpackage.json', 'atoa://other/index.html', 'atoa://app/no-such-file']) {
      expect([url, (await main.ask<Page>('fetch', url)).status]).toEqual([url, 404]);
    }
  });

  it('refuses messages of other pages, unknown methods and bad input', async () => {
    const foreign = await main.call('appInfo', {}, 'https://example.org/');
    expect(foreign).toMatchObject({ ok: false, error: { code: 'refused' } });
    const imitation = await main.call('appInfo', {}, 'atoa://app.example.org/');
    expect(imitation).toMatchObject({ ok: false, error: { code: 'refused' } });
    const bad = await main.call('pairDetail', { event: 'a', station: 'b', width: -1 });
    expect(bad).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  });

  it('makes the demo, runs one pair in a utility process, and saves the table where the dialog says', async () => {
    const { path } = value(await main.call('createDemo', { events: 1, stations: 1 }));
    const overview = value<Outputs['openProject']>(await main.call('openProject', { path }));
    expect([overview.events.length, overview.stations.length]).toEqual([1, 1]);

    const request = { events: [], stations: [], maxStations: 1, maxEvents: 1, fresh: false, plot: false };
    expect(value(await main.call('startRun', request)).total).toBe(1);
    const { progress } = await main.event('run', (news) => news.progress.state === 'done');
    expect(progress).toMatchObject({ total: 1, done: 1, failed: 0 });
    expect(main.told.some(({ kind }) => kind === 'utility-process')).toBe(true);
    await main.until<{ mode: string | null }>('progress-bar', ({ mode }) => mode === 'normal');
    await main.until<{ fraction: number }>('progress-bar', ({ fraction }) => fraction === -1);
    const { title, body } = await main.until<{ title: string; body: string }>('notification');
    expect([title, body]).toEqual(['1-events-1-stations', expect.stringMatching(/^The run is done: 1 pair done, 0/)]);

    // The click on the message has brought the window to the front: it says nothing there.
    value(
      await main.call('startRun', {
        ...request,
        only: [{ event: overview.events[0]!.id, station: overview.stations[0]!.code }],
      }),
    );
    const cleared = () => main.told.filter(({ value }) => (value as { fraction?: number }).fraction === -1).length;
    await expect.poll(cleared, { timeout: 60_000 }).toBe(2);
    await main.call('appInfo', {});
    expect(main.told.filter(({ kind }) => kind === 'notification')).toHaveLength(1);

    const file = join(home, 'misfits.csv');
    await main.ask('answer', { save: file });
    const saved = value(await main.call('exportTable', { table: 'misfits', format: 'csv' }));
    expect(saved).toEqual({ kind: 'saved', path: file });
    expect(await readFile(file, 'utf8')).toContain(overview.events[0]!.id);
  });

  it('quits cleanly', async () => {
    expect(await main.quit()).toBe(0);
  });
});
