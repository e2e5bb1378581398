import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, skipBrowser } from '../support/browser';
import { atoa } from '../support/cli';
import { collectComplaints, openInBrowser, type OpenedFace } from '../support/faces';

const EVENTS = 2;
const STATIONS = 8;

interface WindowRow {
  event: string;
  station: string;
  component: string;
  dt: number;
  cc: number;
  dlnA: number;
}

describe('the Results area', () => {
  it.skipIf(!skipBrowser)('runs here', (context) => context.skip(NO_BROWSER));
  describe.skipIf(skipBrowser)('for a user', looking);
});

function looking(): void {
  let home: string;
  let face: OpenedFace;
  let page: Page;
  let windows: WindowRow[];
  const complaints: string[] = [];

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'atoa-results-'));
    const project = join(home, 'demo');
    await atoa(['demo', project, '--events', String(EVENTS), '--stations', String(STATIONS)], home);
    expect((await atoa(['run', project], home)).code).toBe(0);
    const { stdout } = await atoa(['export', project, '--table', 'windows', '--format', 'json'], home);
    windows = JSON.parse(stdout) as WindowRow[];
    face = await openInBrowser(home, project);
    ({ page } = face);
    collectComplaints(page, complaints);
    await page.getByRole('navigation', { name: 'Areas' }).getByRole('button', { name: 'Results' }).click();
  });

  afterAll(async () => {
    await face?.close();
    await rm(home, { recursive: true, force: true });
  });

  const tile = (name: string) => page.getByRole('region', { name: `Histogram: ${name}`, exact: true });
  const bins = (name: string) => page.getByRole('listbox', { name: new RegExp(`^Bins of ${name}:`) });
  const listing = (name: 'pairs' | 'windows') => page.getByRole('grid', { name: `Results of ${name}` });
  const told = (text: string) => page.getByRole('status').filter({ hasText: text }).waitFor();

  /** The bins of a histogram as its table has them. */
  async function tableOf(name: string): Promise<{ from: number; to: number; count: number }[]> {
    await tile(name).getByRole('button', { name: 'As a table' }).click();
    const rows = tile(name).locator('tr[data-from]');
    await rows.first().waitFor();
    const read = await rows.evaluateAll((all) =>
      all.map((row) => ({
        from: Number(row.getAttribute('data-from')),
        to: Number(row.getAttribute('data-to')),
        count: Number(row.querySelector('td')!.textContent.replace(',', '')),
      })),
    );
    await tile(name).getByRole('button', { name: 'As a plot' }).click();
    return read;
  }

  function countsOf(values: number[], table: { from: number; to: number }[]): number[] {
    const last = table.length - 1;
    // The outer bins hold what lies beyond them too.
    return table.map(
      ({ from, to }, i) => values.filter((v) => (i === 0 || v >= from) && (i === last || v < to)).length,
    );
  }

  it('says how many pairs and windows there are', async () => {
    expect(windows.length).toBeGreaterThan(20);
    await page.getByText(`${EVENTS * STATIONS} pairs, ${windows.length} windows`).waitFor();
  });

  it.each([
    ['Time shift dt', 'dt'],
    ['Amplitude dlnA', 'dlnA'],
    ['Correlation cc', 'cc'],
  ] as const)('counts in the bins of %s what the exported table has', async (name, key) => {
    const table = await tableOf(name);
    const values = windows.map((window) => window[key]);
    expect(table.map(({ count }) => count)).toEqual(countsOf(values, table));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const shown = await tile(name).getByText(/^mean/).first().innerText();
    expect(Number(shown.replace('mean ', '').replace('−', '-'))).toBeCloseTo(mean, 2);
  });

  it('selects bins by keyboard; tables and map follow, and Escape takes it back', async () => {
    const table = await tableOf('Time shift dt');
    const middle = Math.floor(table.length / 2);
    await bins('Time shift dt').focus();
    await page.keyboard.press('Home');
    for (let i = 0; i < middle; i++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+End');
    const chosen = windows.filter(({ dt }) => dt >= table[middle]!.from);
    const pairs = new Set(chosen.map(({ event, station }) => `${event} ${station}`));
    expect(chosen.length).toBeLessThan(windows.length);
    await told(`Selected: ${pairs.size} pairs, ${chosen.length} windows`);
    await expect.poll(() => listing('windows').getAttribute('aria-rowcount')).toBe(String(chosen.length + 1));

    await page.getByRole('button', { name: 'The map as tables' }).click();
    const stations = page.getByRole('region', { name: 'The map as tables' }).locator('table').first();
    await expect
      .poll(async () => (await stations.getByRole('button').allInnerTexts()).sort())
      .toEqual([...new Set(chosen.map(({ station }) => station))].sort());
    await page.getByRole('button', { name: 'The map as tables' }).click();

    await page.getByRole('tab', { name: 'Pairs' }).click();
    await expect.poll(() => listing('pairs').getAttribute('aria-rowcount')).toBe(String(pairs.size + 1));
    await page.getByRole('tab', { name: 'Windows' }).click();
    await page.keyboard.press('Escape');
    await expect.poll(() => listing('windows').getAttribute('aria-rowcount')).toBe(String(windows.length + 1));
  });

  it('selects by dragging over a histogram, and what two plots select is what both do', async () => {
    const box = (await bins('Correlation cc').boundingBox())!;
    await page.mouse.move(box.x + 0.75 * box.width, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 2, box.y + 40, { steps: 4 });
    await page.mouse.up();
    const selection = page.getByRole('group', { name: 'Selection' });
    await selection.getByText(/^cc /).waitFor();
    const count = async () => Number(await listing('windows').getAttribute('aria-rowcount'));
    await expect.poll(count).toBeLessThan(windows.length + 1);
    await page.locator('[role=status][aria-busy=false]').filter({ hasText: 'Selected:' }).waitFor();
    const few = await count();
    const { station } = windows[0]!;
    await page.getByRole('button', { name: 'The map as tables' }).click();
    await page.getByRole('region', { name: 'The map as tables' }).getByRole('button', { name: station }).click();
    await selection.getByText('1 station').waitFor();
    await expect.poll(count).toBeLessThan(few);
    await expect.poll(() => listing('windows').getByRole('row').nth(1).innerText()).toContain(station);
    await page.getByRole('button', { name: 'The map as tables' }).click();
    await page.keyboard.press('Escape');
  });

  it('filters by component and station', async () => {
    const vertical = windows.filter(({ component }) => component === 'Z');
    const others = [...new Set(windows.map(({ component }) => component))].filter((letter) => letter !== 'Z');
    for (const letter of others) await page.getByText(letter, { exact: true }).first().click();
    await page.getByText(`${EVENTS * STATIONS} pairs, ${vertical.length} windows`).waitFor();
    const { station } = vertical[0]!;
    await page.getByRole('textbox', { name: 'Filter results by station' }).fill(station);
    const left = vertical.filter((window) => window.station === station);
    await page.getByText(`${EVENTS} pairs, ${left.length} windows`).waitFor();
    await page.getByRole('textbox', { name: 'Filter results by station' }).fill('');
    for (const letter of others) await page.getByText(letter, { exact: true }).first().click();
    await page.getByText(`${EVENTS * STATIONS} pairs, ${windows.length} windows`).waitFor();
  });

  it('sorts, and opens the pair of a line beside the plots', async () => {
    await listing('windows').getByRole('columnheader', { name: 'dt, s' }).getByRole('button').click();
    const least = [...windows].sort((a, b) => a.dt - b.dt)[0]!;
    await expect
      .poll(async () => (await listing('windows').getByRole('row').nth(1).innerText()).replace('−', '-'))
      .toContain(least.dt.toFixed(2));
    await listing('windows').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    const pane = page.getByRole('region', { name: 'Pair', exact: true });
    await pane.getByRole('img', { name: /^Component Z/ }).waitFor();
    await pane.getByRole('button', { name: /^Close the pair/ }).click();
    await pane.waitFor({ state: 'detached' });
  });

  it('draws a record section with a trace for each pair, and opens the pair of one by keyboard', async () => {
    await page.getByRole('tab', { name: 'Record section' }).click();
    const section = page.getByRole('application', { name: /^Record section of / });
    await section.waitFor();
    const event = await page.getByRole('combobox', { name: 'Event of the record section' }).inputValue();
    await expect.poll(() => section.getAttribute('aria-label')).toContain(`${event}, component Z: ${STATIONS} traces`);
    await page.getByRole('button', { name: 'As a table', exact: true }).click();
    const lines = page.getByRole('region', { name: 'As a table' }).getByRole('row');
    await expect.poll(() => lines.count()).toBe(1 + STATIONS);
    const expected = windows.filter((window) => window.event === event && window.component === 'Z').length;
    const numbers = async () => (await lines.allInnerTexts()).slice(1).map((line) => Number(line.split('\t')[3]));
    await expect.poll(async () => (await numbers()).reduce((sum, number) => sum + number)).toBe(expected);
    await page.getByRole('button', { name: 'As a table', exact: true }).click();
    await section.focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page
      .getByRole('region', { name: 'Pair', exact: true })
      .getByRole('img', { name: /^Component Z/ })
      .waitFor();
  });

  it('never complained on the console', () => {
    expect(complaints).toEqual([]);
  });
}
