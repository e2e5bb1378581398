import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, skipBrowser } from '../support/browser';
import { atoa, jsonLines } from '../support/cli';
import { collectComplaints, electronRuntime, openInBrowser, openInElectron, type OpenedFace } from '../support/faces';

const noElectron = electronRuntime() === null;
const FACES = [
  { name: 'in the browser', open: openInBrowser, skip: skipBrowser, why: NO_BROWSER },
  {
    name: 'in Electron',
    open: openInElectron,
    skip: noElectron,
    why: 'skipped: the Electron runtime is not installed',
  },
];

/** The whole way of a user, through the page. */
describe.each(FACES)('the workbench $name', ({ open, skip, why }) => {
  it.skipIf(!skip)('runs here', (context) => context.skip(why));
  describe.skipIf(skip)('for a user', () => wholeWay(open));
});

function wholeWay(open: (home: string) => Promise<OpenedFace>): void {
  let home: string;
  let face: OpenedFace;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'atoa-workbench-'));
    face = await open(home);
    ({ page } = face);
    collectComplaints(page, complaints);
  });

  afterAll(async () => {
    await face?.close();
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
    await expect.poll(() => table().getByRole('row').count()).toBe(10);
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
    await page.getByRole('main').getByRole('button', { name: 'Export' }).click();
    const exported = await face.saved(() => page.getByRole('menuitem', { name: /Misfits of pairs.*CSV/ }).click());

    const project = (await page
      .getByTitle(/10-events-20-stations$/)
      .first()
      .getAttribute('title'))!;
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
}
