import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, skipBrowser } from '../support/browser';
import { collectComplaints, openDemo, openInBrowser, type OpenedFace } from '../support/faces';

describe('the Configure area', () => {
  it.skipIf(!skipBrowser)('runs here', (context) => context.skip(NO_BROWSER));
  describe.skipIf(skipBrowser)('for a user', tuning);
});

function tuning(): void {
  let home: string;
  let face: OpenedFace;
  let page: Page;
  let project: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'atoa-configure-'));
    face = await openInBrowser(home);
    ({ page } = face);
    collectComplaints(page, complaints);
    project = await openDemo(page);
  });

  afterAll(async () => {
    await face?.close();
    await rm(home, { recursive: true, force: true });
  });

  const area = (name: string) =>
    page.getByRole('navigation', { name: 'Areas' }).getByRole('button', { name: new RegExp(`^${name}`) });
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  const yaml = () => page.getByRole('textbox', { name: 'atoa.yaml as text' });
  const preview = () => page.getByRole('region', { name: 'Preview' });
  const windowsOf = () => preview().getByRole('row').nth(1).getByRole('cell').first().innerText();
  const save = () => page.getByRole('button', { name: 'Save', exact: true });

  it('draws a pair from the start', async () => {
    await area('Configure').click();
    for (const component of ['E', 'N', 'Z']) {
      await preview()
        .getByRole('img', { name: new RegExp(`^Component ${component}:`) })
        .waitFor();
    }
    await expect.poll(windowsOf).toMatch(/^[1-9]/);
    expect(await save().isDisabled()).toBe(true);
  });

  it('writes a change in the form into the text, and shows what it does', async () => {
    await field('Least correlation').fill('1.5');
    await expect.poll(() => yaml().inputValue()).toContain('pyflex_parameters:\n  cc_acceptance_level: 1.5\n');
    expect(await yaml().inputValue()).toContain('# A synthetic project');
    await expect.poll(windowsOf).toMatch(/→\s*0$/);
    await preview().getByRole('columnheader', { name: 'cc', exact: true }).waitFor();
    await page.getByText('Unsaved changes', { exact: true }).waitFor();
  });

  it('takes a change of the text into the form, and names a wrong line while it is typed', async () => {
    const text = await yaml().inputValue();
    await yaml().fill(`${text}min_perod: 9\n`);
    await page
      .getByRole('button', { name: /Line \d+, column \d+: unknown parameter "min_perod".*min_period/ })
      .waitFor();
    expect(await save().isDisabled()).toBe(true);
    await yaml().fill(text.replace('1.5', '0.95').replace('max_period: 60', 'max_period: 55'));
    await expect.poll(() => field('Longest period').inputValue()).toBe('55');
    await expect.poll(() => field('Least correlation').inputValue()).toBe('0.95');
  });

  it('says at the field what is wrong with it, and resets it', async () => {
    await field('Least window amplitude').fill('2');
    await page.getByRole('alert').filter({ hasText: 'must be at most 1' }).waitFor();
    await page.getByRole('button', { name: 'Reset Least window amplitude to its default: 0' }).click();
    expect(await yaml().inputValue()).not.toContain('win_amp_ratio');
  });

  it('keeps unsaved changes while another area is looked at', async () => {
    await area('Select').click();
    await page.getByText('Unsaved parameters').waitFor();
    await area('Configure').click();
    expect(await field('Least correlation').inputValue()).toBe('0.95');
  });

  it('pins pairs by name and at random', async () => {
    await page.getByRole('combobox', { name: 'Pin a pair of the selection' }).fill('S007');
    await page
      .getByRole('option', { name: /XD\.S007/ })
      .first()
      .click();
    await preview().getByRole('button', { name: /S007/, pressed: true }).waitFor();
    await page.getByRole('button', { name: 'Random 3' }).click();
    await expect
      .poll(() =>
        preview()
          .getByRole('button', { name: /^Unpin/ })
          .count(),
      )
      .toBe(3);
  });

  it('saves, and a run uses what was saved', async () => {
    await page.keyboard.press('Control+s');
    await page.getByText('Saved atoa.yaml').waitFor();
    expect(await readFile(join(project, 'atoa.yaml'), 'utf8')).toBe(await yaml().inputValue());

    await area('Select').click();
    await page.getByRole('textbox', { name: 'Filter events' }).fill('C20150302*');
    await page.getByRole('button', { name: 'Select just the events that the filter shows' }).click();
    await page.getByRole('textbox', { name: 'Filter stations' }).fill('XD.S001');
    await page.getByRole('button', { name: 'Select just the stations that the filter shows' }).click();
    await page.getByRole('button', { name: /^Run 1 pair/ }).click();
    await page.getByText('1 / 1', { exact: true }).waitFor({ timeout: 60_000 });
    await page.getByRole('grid', { name: 'Pairs' }).getByRole('row').nth(1).click();
    const pane = page.getByRole('region', { name: 'Pair', exact: true });
    await pane.getByText('10–55 s').waitFor();

    const lines = (await readFile(join(project, '.atoa/journal.jsonl'), 'utf8')).trim().split('\n');
    const runs = lines.filter((line) => line.includes('"parameters"'));
    expect(runs.at(-1)).toContain('"cc_acceptance_level":0.95');
  });

  it('never complained on the console', () => {
    expect(complaints).toEqual([]);
  });
}
