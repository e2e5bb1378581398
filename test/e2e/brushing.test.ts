import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { SaxesParser } from 'saxes';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, skipBrowser } from '../support/browser';
import { atoa } from '../support/cli';
import { collectComplaints, openInBrowser, type OpenedFace } from '../support/faces';

interface WindowRow {
  event: string;
  station: string;
  dt: number;
}
interface PairRow {
  event: string;
  station: string;
  windows: number;
  distance_km: number;
}

const pairOf = ({ event, station }: { event: string; station: string }) => `${event} ${station}`;

describe('brushing in the Results area', () => {
  it.skipIf(!skipBrowser)('runs here', (context) => context.skip(NO_BROWSER));
  describe.skipIf(skipBrowser)('for a user', brushing);
});

function brushing(): void {
  let home: string;
  let face: OpenedFace;
  let page: Page;
  let windows: WindowRow[];
  let pairs: PairRow[];
  const complaints: string[] = [];

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'atoa-brushing-'));
    const project = join(home, 'demo');
    await atoa(['demo', project, '--events', '2', '--stations', '8'], home);
    expect((await atoa(['run', project], home)).code).toBe(0);
    const exported = async (table: string) =>
      JSON.parse((await atoa(['export', project, '--table', table, '--format', 'json'], home)).stdout) as unknown;
    windows = (await exported('windows')) as WindowRow[];
    pairs = (await exported('misfits')) as PairRow[];
    face = await openInBrowser(home, project);
    ({ page } = face);
    collectComplaints(page, complaints);
    await area('Results');
    await page.getByText(`${pairs.length} pairs, ${windows.length} windows`).waitFor();
  });

  afterEach(async () => {
    await area('Results');
    await page.getByRole('tab', { name: 'Windows' }).focus();
    await page.keyboard.press('Escape');
    await page.getByText('Drag in a plot to select').waitFor();
  });

  afterAll(async () => {
    await face?.close();
    await rm(home, { recursive: true, force: true });
  });

  const area = (name: string) =>
    page.getByRole('navigation', { name: 'Areas' }).getByRole('button', { name, exact: true }).click();
  const tab = (name: string) => page.getByRole('tab', { name, exact: true }).click();
  const listing = (name: 'pairs' | 'windows') => page.getByRole('grid', { name: `Results of ${name}` });
  const lines = async (name: 'pairs' | 'windows') => Number(await listing(name).getAttribute('aria-rowcount')) - 1;
  const bins = (name: string) => page.getByRole('listbox', { name: new RegExp(`^Bins of ${name}:`) });
  const scatter = () => page.getByRole('img', { name: /against/ });
  const mapSurface = () => page.getByRole('application', { name: /^Map: / });

  /** How many pairs and windows the bar says are selected. */
  async function selectedCounts(): Promise<[pairs: number, windows: number]> {
    const told = page.locator('[role=status][aria-busy=false]').filter({ hasText: 'Selected:' });
    const text = await told.innerText();
    const [found, ofWindows] = [...text.matchAll(/([\d,]+) (?:pair|window)/g)].map((match) => Number(match[1]));
    return [found!, ofWindows!];
  }

  async function drag(surface: Locator, points: [number, number][]): Promise<void> {
    const box = (await surface.boundingBox())!;
    const at = ([x, y]: [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
    await page.mouse.move(...at(points[0]!));
    await page.mouse.down();
    for (const point of points.slice(1)) await page.mouse.move(...at(point), { steps: 6 });
    await page.mouse.up();
  }

  /** All of the table of pairs, of which only what is in sight is there. */
  async function listedPairs(): Promise<string[]> {
    // Before it is known what is selected, the table holds what was selected before.
    await selectedCounts();
    await tab('Pairs');
    const grid = listing('pairs');
    await expect.poll(() => grid.getAttribute('aria-busy')).toBe('false');
    await grid.getByRole('row').nth(1).waitFor();
    const names = new Set<string>();
    const count = Number(await grid.getAttribute('aria-rowcount')) - 1;
    for (let top = 0; names.size < count; top += 100) {
      await grid.evaluate((element, to) => element.scrollTo(0, to), top);
      const rows = await grid.getByRole('row').allInnerTexts();
      for (const row of rows.slice(1)) names.add(row.split('\n').slice(0, 2).join(' '));
      expect(top).toBeLessThan(100 * count);
    }
    await tab('Windows');
    return [...names].sort();
  }

  const menu = () => page.getByRole('menu');

  it('narrows tables, map and record section by a drag over a histogram', async () => {
    const box = (await bins('Time shift dt').boundingBox())!;
    // From the middle to beyond the right end of the bars.
    await drag(bins('Time shift dt'), [
      [0.62, 0.5],
      [1 - 2 / box.width, 0.5],
    ]);
    const [nPairs, nWindows] = await selectedCounts();
    const brush = await page.getByRole('group', { name: 'Selection' }).getByText(/^dt /).innerText();
    const from = Number(/dt (?:≥ )?([−\d.]+)/.exec(brush)![1]!.replace('−', '-'));
    const to = Number(/to ([−\d.]+) s/.exec(brush)?.[1] ?? Infinity);
    const chosen = windows.filter(({ dt }) => dt >= from && dt < to);
    const chosenPairs = [...new Set(chosen.map(pairOf))].sort();
    expect(chosen.length).toBeGreaterThan(0);
    expect(chosen.length).toBeLessThan(windows.length);
    expect([nPairs, nWindows]).toEqual([chosenPairs.length, chosen.length]);
    await expect.poll(() => lines('windows')).toBe(chosen.length);

    await page.getByRole('button', { name: 'The map as tables' }).click();
    const ends = page.getByRole('region', { name: 'The map as tables' }).locator('table').first();
    await expect
      .poll(async () => (await ends.getByRole('button').allInnerTexts()).sort())
      .toEqual([...new Set(chosen.map(({ station }) => station))].sort());
    await page.getByRole('button', { name: 'The map as tables' }).click();

    await tab('Record section');
    const event = await page.getByRole('combobox', { name: 'Event of the record section' }).inputValue();
    await page.getByRole('button', { name: 'As a table', exact: true }).click();
    const rows = page.getByRole('region', { name: 'As a table' }).locator('tr[data-selected]');
    const inSection = chosenPairs.filter((pair) => pair.startsWith(`${event} `)).map((pair) => pair.split(' ')[1]!);
    await expect.poll(async () => (await rows.locator('th').allInnerTexts()).sort()).toEqual(inSection.sort());
    await page.getByRole('button', { name: 'As a table', exact: true }).click();
    await tab('Map');
  });

  it('selects by a rectangle in the scatter plot, and exports just those pairs', async () => {
    await tab('Scatter');
    await drag(scatter(), [
      [0, 0],
      [0.5, 1],
    ]);
    const [nPairs, nWindows] = await selectedCounts();
    // dt by distance: the left half holds the nearest pairs.
    const measured = pairs.filter((pair) => pair.windows > 0).sort((a, b) => a.distance_km - b.distance_km);
    expect(nPairs).toBeGreaterThan(0);
    expect(nPairs).toBeLessThan(measured.length);
    const nearest = measured.slice(0, nPairs);
    expect(nearest.reduce((sum, pair) => sum + pair.windows, 0)).toBe(nWindows);
    expect(await listedPairs()).toEqual(nearest.map(pairOf).sort());

    await scatter().click({ button: 'right', position: { x: 60, y: 30 } });
    await menu().getByRole('menuitem', { name: 'Export the selected pairs…' }).click();
    await page.getByRole('button', { name: `Export ${nPairs} rows…` }).waitFor();
    await page.getByText('JSON', { exact: true }).click();
    const text = await face.saved(() => page.getByRole('button', { name: /^Export \d+ rows…/ }).click());
    expect((JSON.parse(text) as PairRow[]).map(pairOf).sort()).toEqual(nearest.map(pairOf).sort());
  });

  it('inverts a selection from the menu', async () => {
    await tab('Scatter');
    await drag(scatter(), [
      [0, 0],
      [0.5, 1],
    ]);
    const [, nWindows] = await selectedCounts();
    await scatter().click({ button: 'right', position: { x: 60, y: 30 } });
    await menu().getByRole('menuitem', { name: 'Invert the selection' }).click();
    await expect.poll(async () => (await selectedCounts())[1]).toBe(windows.length - nWindows);
    await expect.poll(() => lines('windows')).toBe(windows.length - nWindows);
  });

  it('opens the pair of a point that is clicked', async () => {
    await tab('Scatter');
    const box = (await scatter().boundingBox())!;
    // The nearest and the farthest pair mark the ends of the axis; the range is padded by 3 % on either side.
    const distances = pairs.filter((pair) => pair.windows > 0).map((pair) => pair.distance_km);
    const farthest = pairs.find((pair) => pair.distance_km === Math.max(...distances))!;
    const right = box.x + box.width - 10 - (0.03 / 1.06) * (box.width - 62);
    const pane = page.getByRole('region', { name: 'Pair', exact: true });
    for (let y = box.y + 24; y < box.y + box.height - 36 && (await pane.count()) === 0; y += 8) {
      await page.mouse.click(right, y);
    }
    await pane.getByText(farthest.event).first().waitFor();
    await pane.getByText(farthest.station).first().waitFor();
    await pane.getByRole('button', { name: /^Close the pair/ }).click();
    await pane.waitFor({ state: 'detached' });
  });

  it('selects what a lasso on the map encloses', async () => {
    await tab('Map');
    await page.getByRole('button', { name: 'Select by a lasso' }).click();
    await drag(mapSurface(), [
      [0.02, 0.02],
      [0.98, 0.02],
      [0.98, 0.5],
      [0.02, 0.5],
    ]);
    const chip = await page
      .getByRole('group', { name: 'Selection' })
      .getByText(/\d+ (event|station)/)
      .last()
      .innerText();
    const number = (what: string) => Number(new RegExp(`(\\d+) ${what}`).exec(chip)?.[1] ?? 0);
    expect(number('station') + number('event')).toBeGreaterThan(0);
    const listed = await listedPairs();
    const [nPairs] = await selectedCounts();
    expect(listed).toHaveLength(nPairs);
    // Northern stations and events: each pair has one end at least among as many as the brush tells of.
    const stationsOf = (event: string) => listed.filter((pair) => pair.startsWith(`${event} `)).length;
    const events = [...new Set(pairs.map(({ event }) => event))];
    const whole = events.filter((event) => stationsOf(event) === pairs.length / events.length);
    expect(whole.length).toBeGreaterThanOrEqual(number('event'));
    const stations = [...new Set(pairs.map(({ station }) => station))];
    const inAll = stations.filter((station) => events.every((event) => listed.includes(`${event} ${station}`)));
    expect(inAll.length).toBeGreaterThanOrEqual(number('station'));
    await page.getByRole('button', { name: /^Move the map/ }).click();
  });

  it('has the menu of a plot by keyboard, and of a line of the table', async () => {
    await tab('Map');
    await mapSurface().focus();
    await page.keyboard.press('Shift+F10');
    await menu().getByRole('menuitem', { name: 'Zoom to all' }).waitFor();
    await page.keyboard.press('Escape');
    const first = listing('windows').getByRole('row').nth(1);
    const station = await first.getByRole('gridcell').nth(1).innerText();
    await first.getByRole('gridcell').nth(1).click({ button: 'right' });
    await menu()
      .getByRole('menuitem', { name: `Look only at ${station}` })
      .click();
    await expect.poll(() => lines('windows')).toBe(windows.filter((each) => each.station === station).length);
    await page.getByRole('textbox', { name: 'Filter results by station' }).fill('');
  });

  it.each([
    ['dt', async () => page.getByRole('button', { name: 'More to do with Time shift dt' })],
    ['scatter', async () => (await tab('Scatter'), page.getByRole('button', { name: 'More to do with Scatter' }))],
    ['map', async () => (await tab('Map'), page.getByRole('button', { name: 'More to do with Map' }))],
    [
      'section',
      async () => {
        await tab('Record section');
        await page.getByRole('application', { name: /^Record section/ }).waitFor();
        return page.getByRole('button', { name: 'More to do with Record section' });
      },
    ],
  ])('saves the picture of %s as SVG and as PNG', async (_, button) => {
    const more = await button();
    const saved = async (format: string) => {
      const download = page.waitForEvent('download');
      await more.click();
      await menu()
        .getByRole('menuitem', { name: `Save the picture as ${format}…` })
        .click();
      return readFile(await (await download).path());
    };
    const shapes = elementsOf((await saved('SVG')).toString('utf8'));
    expect(shapes.filter((name) => name === 'text').length).toBeGreaterThan(3);
    expect(shapes.filter((name) => name === 'path' || name === 'rect').length).toBeGreaterThan(5);
    const png = await saved('PNG');
    expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    expect(png.readUInt32BE(16)).toBeGreaterThan(400);
  });

  it('never complained on the console', () => {
    expect(complaints).toEqual([]);
  });
}

/** Names of all elements of an SVG file.
 *  @throws where it is no well-formed XML */
function elementsOf(svg: string): string[] {
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => names.push(name));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(svg).close();
  return names;
}
