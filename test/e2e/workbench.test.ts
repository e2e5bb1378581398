import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, openBrowser, skipBrowser, type Browser } from '../support/browser';
import { atoa, jsonLines, start, type RunningCommand } from '../support/cli';

/** The whole way of a user, in a real browser against the browser mode. */
describe.skipIf(skipBrowser)(`the workbench in the browser${skipBrowser ? ` (${NO_BROWSER})` : ''}`, () => {
  let home: string;
  let server: RunningCommand;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'atoa-workbench-'));
    server = start(['serve', '--no-open'], home);
    const url = await new Promise<string>((found) => {
      server.onLine((line) => {
        const address = /http:\/\/\S+/.exec(line)?.[0];
        if (address) found(address);
      });
    });
    browser = await openBrowser();
    page = await browser.context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(url);
  });

  afterAll(async () => {
    await browser?.close();
    server?.process.kill('SIGTERM');
    await server?.finished;
    await rm(home, { recursive: true, force: true });
  });

  const grid = (name: string) => page.getByRole('grid', { name });
  const table = () => grid('Pairs');

  it('welcomes, hides the token from the address, and opens the demo with one click', async () => {
    await page.getByRole('heading', { name: 'Atoa' }).waitFor();
    expect(page.url()).not.toContain('token');
    await page.getByRole('button', { name: 'Open the demo project' }).click();
    await page.getByRole('button', { name: 'Run 200 pairs' }).waitFor({ timeout: 120_000 });
  });

  it('picks by wildcards', async () => {
    await page.getByRole('textbox', { name: 'Filter events' }).fill('C20150302*');
    await page.getByRole('button', { name: 'Select just the events that the filter shows' }).click();
    await page.getByRole('textbox', { name: 'Filter stations' }).fill('XD.S00?.*.BH?');
    await page.getByRole('button', { name: 'Select just the stations that the filter shows' }).click();
    await page.getByRole('button', { name: 'Run 9 pairs' }).waitFor();
  });

  it('runs, and shows the pairs as they come', async () => {
    await page.getByRole('button', { name: 'Run 9 pairs' }).click();
    await page.getByText('9 / 9', { exact: true }).waitFor({ timeout: 120_000 });
    await page.getByText('Done', { exact: true }).first().waitFor();
    expect(await table().getByRole('row').count()).toBe(10);
  });

  it('opens a pair with its three components', async () => {
    await table().getByRole('row').nth(1).click();
    const pane = page.getByRole('region', { name: 'Pair' });
    for (const component of ['E', 'N', 'Z']) {
      await pane.getByRole('img', { name: new RegExp(`^Component ${component}: observed and synthetic`) }).waitFor();
    }
    await pane.getByRole('tab', { name: 'Log' }).click();
    await pane
      .getByText(/component Z/)
      .first()
      .waitFor();
  });

  it('exports the table that the command line gives for the same selection', async () => {
    await page.getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: /Misfits of pairs.*CSV/ }).click();
    const exported = await readFile(await (await download).path(), 'utf8');

    const project = join(home, 'atoa-demo/10-events-20-stations');
    const out = join(home, 'again');
    const args = ['--events', 'C20150302*', '--stations', 'XD.S00?.*.BH?', '--out', out, '--json'];
    const { code, stdout } = await atoa(['run', project, ...args], home);
    expect(code).toBe(0);
    expect(await readFile(join(out, 'misfits.csv'), 'utf8')).toBe(exported);
    const rows = exported
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    const lines = jsonLines(stdout).slice(0, -1);
    expect(rows).toHaveLength(9);
    for (const { event, station, misfit, nwin } of lines) {
      const row = rows.find((cells) => cells[0] === event && cells[1] === station)!;
      expect([Number(row[3]), Number(row[4])]).toEqual([misfit, nwin]);
    }
  });

  it('comes back to the open project and its results after a reload', async () => {
    await page.reload();
    await page.getByRole('button', { name: /^Run \d/ }).waitFor();
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await table().getByRole('row').nth(9).waitFor();
  });

  it('never complained on the console', () => {
    expect(complaints).toEqual([]);
  });
});
