import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, skipBrowser } from '../support/browser';
import { atoa } from '../support/cli';
import { collectComplaints, openInBrowser, type OpenedFace } from '../support/faces';
import { asSeisFlows } from '../support/relaid';

/** A folder that is no project, and one whose parameters are broken: what a user sees and does. */
describe('the project area', () => {
  it.skipIf(!skipBrowser)('runs here', (context) => context.skip(NO_BROWSER));
  describe.skipIf(skipBrowser)('for a user', wholeWay);
});

const BROKEN = 'min_period: 10\nmax_perod: 60\niteration: 1\nstep_count: 0\npreprocess: { remove_response: true }\n';

function wholeWay(): void {
  let home: string;
  let foreign: string;
  let face: OpenedFace;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'atoa-project-page-'));
    foreign = join(home, 'inversion');
    const demo = join(home, 'demo');
    expect((await atoa(['demo', demo, '--events', '2', '--stations', '2'], home)).code).toBe(0);
    await asSeisFlows(demo, foreign);
    await writeFile(join(demo, 'atoa.yaml'), BROKEN);
    await rm(join(demo, 'stations/XD.S002.xml'));
    face = await openInBrowser(home);
    ({ page } = face);
    collectComplaints(page, complaints);
  });
  afterAll(async () => {
    await face?.close();
    await rm(home, { recursive: true, force: true });
  });

  const open = async (folder: string) => {
    await page
      .getByRole('button', { name: /^Open (folder|another project)/ })
      .first()
      .click();
    const field = page.getByRole('textbox', { name: 'Folder' });
    await field.fill(folder);
    await field.press('Enter');
    await page.getByRole('button', { name: 'Open this folder' }).click();
  };
  const lines = (name: string) => page.getByRole('list', { name }).getByRole('listitem');

  it('keeps what is typed where the first folder is listed late', async () => {
    let list = () => {};
    const late = new Promise<void>((resolve) => (list = resolve));
    await page.route('**/api/listFolder', async (route) => {
      if ((route.request().postDataJSON() as { path: unknown }).path === null) await late;
      await route.continue();
    });
    await page.getByRole('button', { name: 'Open folder…' }).click();
    const field = page.getByRole('textbox', { name: 'Folder' });
    await field.focus();
    list();
    await page.getByRole('list', { name: 'Folders' }).getByRole('listitem').first().waitFor();
    // As somebody types who has begun before the listing: without looking, and without clearing the field.
    await page.keyboard.insertText(`${home}/./demo/`);
    expect(await field.inputValue()).toBe(`${home}/./demo/`);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Open this folder' }).waitFor();
    expect(await field.inputValue()).toBe(`${home}/./demo/`);
    await page.unroute('**/api/listFolder');
    await page.getByRole('button', { name: 'Cancel' }).click();
  });

  it('leads from a foreign folder to its setup, and checks paths as they are typed', async () => {
    await page.getByRole('heading', { name: 'Atoa' }).waitFor();
    await open(foreign);
    await page.getByRole('heading', { name: 'Set up inversion' }).waitFor();
    await page.getByText('4 pairs ready to run').waitFor();
    expect(await page.getByRole('textbox', { name: 'Observed' }).inputValue()).toBe(
      'scratch/solver/{event_id}/traces/obs',
    );
    await page.getByRole('textbox', { name: 'Observed' }).fill('nowhere');
    await page.getByText('0 pairs ready to run').waitFor();
    await page.getByText('no waveforms', { exact: true }).waitFor();
    expect(existsSync(join(foreign, 'atoa.yaml'))).toBe(false);
    await page.getByRole('radio', { name: /SeisFlows working folder/ }).check();
    await page.getByText('4 pairs ready to run').waitFor();
  });

  it('writes atoa.yaml by the keyboard alone, opens the project and runs two pairs', async () => {
    await page.getByRole('textbox', { name: 'Outputs' }).focus();
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate(() => document.activeElement?.textContent)) === 'Write atoa.yaml and open') break;
    }
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Run 4 pairs' }).waitFor();
    expect(await readFile(join(foreign, 'atoa.yaml'), 'utf8')).toContain('synthetics: scratch/solver/{event_id}');
    await page.getByRole('textbox', { name: 'Filter stations' }).fill('XD.S001');
    await page.getByRole('button', { name: 'Select just the stations that the filter shows' }).click();
    await page.getByRole('button', { name: 'Run 2 pairs' }).click();
    await page
      .getByRole('region', { name: 'Run', exact: true })
      .getByText('2 / 2', { exact: true })
      .waitFor({ timeout: 120_000 });
    await expect.poll(() => existsSync(join(foreign, 'atoa/misfits.csv')), { timeout: 60_000 }).toBe(true);
  });

  it('shows the files of a pair, by the keyboard', async () => {
    await page.getByRole('button', { name: /^Project( ,|$)/ }).click();
    await page.getByText(/^Events 2$/).click();
    await page.getByRole('treegrid', { name: 'Events' }).focus();
    for (const key of ['Home', 'ArrowRight', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
    await page.getByText(/traces\/obs\/XD\.S001\.00\.BHZ\.mseed$/).waitFor();
    await page.getByText(/specfem_data\/CMTSOLUTION_/).waitFor();
  });

  it('opens a project with a broken atoa.yaml, says where, and runs nothing', async () => {
    await open(join(home, 'demo'));
    await page.getByRole('alert').filter({ hasText: 'atoa.yaml is broken' }).waitFor();
    await page.getByText(/line 2, column 1: unknown parameter "max_perod"/).waitFor();
    await expect.poll(() => page.getByRole('button', { name: /^Run \d/ }).isDisabled()).toBe(true);
  });

  it('filters and searches problems', async () => {
    await lines('Problems').nth(1).waitFor();
    await page.getByText(/^Errors 1$/).click();
    await expect.poll(() => lines('Problems').count()).toBe(1);
    await page.getByText(/^All \d+$/).click();
    await page.getByRole('textbox', { name: 'Search problems' }).fill('xd.s002 coordinates');
    await expect.poll(() => lines('Problems').count()).toBe(1);
    await page.getByRole('textbox', { name: 'Search problems' }).fill('nothing of the kind');
    await page.getByText('No problem matches.').waitFor();
  });

  it('has it mended and saved in Configure, and runs', async () => {
    await page.getByRole('button', { name: 'Mend in Configure' }).click();
    await page.getByText('Line 2, column 1:').waitFor();
    await page.getByRole('textbox', { name: 'atoa.yaml as text' }).fill(BROKEN.replace('perod', 'period'));
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved atoa.yaml').waitFor();
    const run = page.getByRole('button', { name: /^Run \d/ });
    await expect.poll(() => run.isDisabled()).toBe(false);
    // Of one station the response is missing: its pairs are left out, and the strip leads to what to do about it.
    await page.getByRole('button', { name: '2 cannot run: response missing' }).click();
    await expect
      .poll(() => lines('Problems').allInnerTexts())
      .toEqual([expect.stringMatching(/XD\.S002: No instrument response: add its StationXML/)]);
    await run.click();
    await page
      .getByRole('region', { name: 'Run', exact: true })
      .getByText('2 / 2', { exact: true })
      .waitFor({ timeout: 120_000 });
    // Datasets are written still: while a run goes, nothing is read again.
    await run.waitFor({ timeout: 60_000 });
  });

  it('notices that another program has changed the file, and reads it', async () => {
    await writeFile(join(home, 'demo/atoa.yaml'), 'min_period: 12\nmax_period: 60\n');
    await page.getByText('atoa.yaml was changed by another program.').waitFor();
    await page.getByRole('button', { name: 'Reload' }).click();
    await page.getByRole('button', { name: /^Project( ,|$)/ }).click();
    await page.getByText('12–60 s').waitFor();
  });

  it('never complained on the console', () => {
    expect(complaints).toEqual([]);
  });
}
