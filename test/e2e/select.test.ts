import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, skipBrowser } from '../support/browser';
import { atoa, jsonLines } from '../support/cli';
import { collectComplaints, drawn, openDemo, openInBrowser, type OpenedFace } from '../support/faces';

describe('the Select area', () => {
  it.skipIf(!skipBrowser)('runs here', (context) => context.skip(NO_BROWSER));
  describe.skipIf(skipBrowser)('for a user', selecting);
});

function selecting(): void {
  let home: string;
  let face: OpenedFace;
  let page: Page;
  let project: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'atoa-select-'));
    face = await openInBrowser(home);
    ({ page } = face);
    collectComplaints(page, complaints);
    project = await openDemo(page);
  });

  afterAll(async () => {
    await face?.close();
    await rm(home, { recursive: true, force: true });
  });

  const map = () => page.getByRole('region', { name: 'Map' });
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  const run = (pairs: number) => button(pairs === 1 ? 'Run 1 pair' : `Run ${pairs} pairs`);
  const selectAll = async () => {
    await button('Select all events').click();
    await button('Select all stations').click();
  };

  /** Drags over the map along points that are given as shares of its sides. @returns what is told before the end */
  async function drag(points: [number, number][], held?: 'Shift' | 'Alt', end = true): Promise<string> {
    const box = (await page.getByRole('application').boundingBox())!;
    const at = ([x, y]: [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
    if (held) await page.keyboard.down(held);
    await page.mouse.move(...at(points[0]!));
    await page.mouse.down();
    for (const point of points.slice(1)) await page.mouse.move(...at(point), { steps: 4 });
    try {
      // What is told is of the last point, and not of one on the way.
      await drawn(page);
      return await map()
        .getByText(/^\d+ events?, \d+ stations?$/)
        .innerText({ timeout: 5000 });
    } finally {
      if (end) await page.mouse.up();
      if (held) await page.keyboard.up(held);
    }
  }
  const numbers = (told: string) => [...told.matchAll(/\d+/g)].map(([number]) => Number(number)) as [number, number];

  it('writes nothing into the project by being looked at', () => {
    expect(existsSync(join(project, '.atoa'))).toBe(false);
  });

  it('says what a run takes, by a pair that it times where none was run before', async () => {
    const pairs = page.getByRole('region', { name: 'Pairs' });
    await pairs.getByText('200 pairs will run').waitFor();
    await pairs.getByText(/a guess: C\d+A XD\.S001 took .* just now/).waitFor({ timeout: 60_000 });
    await pairs.getByText(/^about .* with \d+ workers?$/).waitFor();
    await pairs.getByText(/^up to .* GB of .* GB$/).waitFor();
  });

  it('selects in a rectangle, by the key R', async () => {
    await page.keyboard.press('r');
    const [events, stations] = numbers(
      await drag([
        [0.02, 0.4],
        [0.98, 0.98],
      ]),
    );
    expect(events).toBeGreaterThan(0);
    expect(events).toBeLessThan(10);
    await page.getByText(`${events} of 10`).waitFor();
    await page.getByText(`${stations} of 20`).waitFor();
    await run(events * stations).waitFor();
  });

  it('adds with Shift, of one kind only where that is asked', async () => {
    const before = await page.getByText(/^\d+ of 20$/).innerText();
    await map().getByText('Events', { exact: true }).click();
    expect(
      await drag(
        [
          [0.02, 0.6],
          [0.98, 0.01],
        ],
        'Shift',
      ),
    ).toMatch(/ 0 stations$/);
    await page.getByText('10 of 10').waitFor();
    await page.getByText(before, { exact: true }).waitFor();
    await map().getByText('Both', { exact: true }).click();
  });

  it('selects with a lasso, takes away with Alt, and abandons with Escape', async () => {
    await selectAll();
    await page.keyboard.press('l');
    await drag(
      [
        [0.02, 0.1],
        [0.9, 0.2],
        [0.5, 0.9],
      ],
      undefined,
      false,
    );
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await run(200).waitFor();
    const [events, stations] = numbers(
      await drag(
        [
          [0.02, 0.3],
          [0.6, 0.3],
          [0.6, 0.9],
          [0.02, 0.9],
        ],
        'Alt',
      ),
    );
    expect(stations).toBeGreaterThan(0);
    await run((10 - events) * (20 - stations)).waitFor();
    await page.keyboard.press('v');
    await selectAll();
  });

  it('narrows the lists by ranges, and says at the field what is wrong', async () => {
    await button('Ranges').click();
    await field('Magnitude: from').fill('big');
    await page.getByRole('alert').filter({ hasText: '“big” is no number.' }).waitFor();
    await field('Magnitude: from').fill('5.5');
    await field('Origin time: to').fill('2015-03-20');
    const rows = page.getByRole('grid', { name: 'Events' }).getByRole('row');
    const isWithin = (row: string) => {
      const [, time, magnitude] = row.split(/\n+/).filter((cell) => cell.trim() !== '');
      return Number(magnitude) >= 5.5 && time!.slice(0, 10) <= '2015-03-20';
    };
    const areWithin = ([, ...lines]: string[]) => lines.length > 0 && lines.every(isWithin);
    await expect.poll(async () => areWithin(await rows.allInnerTexts())).toBe(true);
    const shown = (await rows.count()) - 1;
    expect(shown).toBeLessThan(8);
    await page.getByText(`10 of 10, ${shown} shown`).waitFor();
    await button('Only shown: select just the events that the filter shows').click();
    await run(shown * 20).waitFor();
    await button('Remove the filter Magnitude ≥ 5.5').click();
    await expect.poll(() => rows.count()).toBeGreaterThan(shown + 1);
    await button('Remove the filter Origin time ≤ 2015-03-20').click();
    await selectAll();
  });

  it('tells distance and azimuth from the chosen event, and narrows both by the limits', async () => {
    const rows = page.getByRole('grid', { name: 'Stations' }).getByRole('row');
    const cells = async (index: number) => rows.nth(index).getByRole('gridcell').allInnerTexts();
    await expect
      .poll(async () => (await cells(1)).slice(3, 5))
      .toEqual([expect.stringMatching(/^[\d,]+–[\d,]+$/), '–']);
    await page.getByRole('grid', { name: 'Events' }).getByRole('row').nth(3).click({ button: 'right' });
    await page.getByRole('menuitem', { name: /only/i }).click();
    await run(20).waitFor();
    await page.getByRole('grid', { name: 'Stations' }).getByRole('button', { name: 'Dist., km' }).click();
    const distances = async () => {
      const lines = (await rows.all()).slice(1).map((row) => row.getByRole('gridcell').nth(3).innerText());
      return (await Promise.all(lines)).map((text) => Number(text.replace(',', '')));
    };
    // Until they are known of that event alone they are ranges, and no numbers.
    const isSorted = (list: number[]) => list.length > 5 && list.every((each, i) => each >= (list[i - 1] ?? 0));
    await expect.poll(async () => isSorted(await distances())).toBe(true);
    const all = await distances();
    await expect.poll(async () => (await cells(1))[4]).toMatch(/^\d+°$/);
    const limit = all[3]!;
    await field('Distance, km: to').fill(String(limit + 0.5));
    await page.getByText('20 of 20, 4 shown').waitFor();
    await run(4).waitFor();
    await button('Remove the filter Distance ≤ ' + String(limit + 0.5)).click();
    await selectAll();
  });

  it('selects in the matrix of what there is, and tells what each cell is', async () => {
    await page.getByText('Availability', { exact: true }).click();
    const grid = page.getByRole('grid', { name: /^Availability/ });
    const box = (await grid.boundingBox())!;
    const at = (share: number) => [box.x + 150 + share * 200, box.y + 90 + share * 150] as const;
    await page.mouse.move(...at(0));
    // The tooltip of what was pointed at before may still be going.
    const [title, ...lines] = (await page.getByRole('tooltip').filter({ hasText: ' · ' }).innerText()).split('\n');
    const [event, station] = title!.split(' · ') as [string, string];
    expect(lines).toEqual(['Nothing is missing.', 'selected']);
    await page.mouse.down();
    await page.mouse.up();
    await run(1).waitFor();
    expect(await page.getByRole('checkbox', { name: `Select ${event}` }).isChecked()).toBe(true);
    await page.mouse.down();
    await page.mouse.move(...at(1), { steps: 5 });
    await page.mouse.up();
    const chosen = async (all: number) => numbers(await page.getByText(new RegExp(`^\\d+ of ${all}$`)).innerText())[0];
    await expect.poll(() => chosen(10)).toBeGreaterThan(1);
    await expect.poll(() => chosen(20)).toBeGreaterThan(1);
    const [events, stations] = [await chosen(10), await chosen(20)];
    await run(events * stations).waitFor();
    await page.getByText(`Can run ${events * stations}`).waitFor();
    expect(await page.getByRole('checkbox', { name: `Select ${station}` }).isChecked()).toBe(true);
    await page.getByText('Map', { exact: true }).click();
  });

  it('keeps a selection with the project: it survives a reload', async () => {
    await selectAll();
    await field('Filter stations').fill('XD.S00?');
    await button('Only shown: select just the stations that the filter shows').click();
    await field('Distance, km: to').fill('300');
    await expect.poll(() => page.getByText(/outside of the limits$/).count()).toBe(1);
    const label = await page.getByRole('button', { name: /^Run \d+ pairs$/ }).innerText();
    expect(label).not.toBe('Run 90 pairs');
    await button('Saved').click();
    await field('Name of the selection').fill('near');
    await page.keyboard.press('Enter');
    await button('Restore near').waitFor();
    await page.keyboard.press('Escape');
    expect(await readFile(join(project, '.atoa/selections.json'), 'utf8')).toContain('"maxDistanceKm": 300');

    await page.reload();
    await run(200).waitFor();
    await button('Saved').click();
    await button('Rename near').click();
    await field('New name of near').fill('nearer');
    await page.keyboard.press('Enter');
    await button('Restore nearer').click();
    await button(label).waitFor();
    expect(await field('Filter stations').inputValue()).toBe('XD.S00?');
    expect(await field('Distance, km: to').inputValue()).toBe('300');
    await button('Saved').click();
    await button('Delete nearer').click();
    await button('Really delete nearer').click();
    await page.getByText('None yet.').waitFor();
    await page.keyboard.press('Escape');
  });

  it('runs the pairs within the limits, as many as it says, and the same as the command line', async () => {
    await field('Distance, km: to').fill('450');
    await field('Azimuth, °: from').fill('150');
    await field('Azimuth, °: to').fill('270');
    await field('Filter events').fill('C2015030*');
    await button('Only shown: select just the events that the filter shows').click();
    const pairs = page.getByRole('region', { name: 'Pairs' });
    const willRun = pairs.getByText(/^\d+ pairs? will run$/);
    const outside = pairs.getByText(/outside of the limits$/);
    const number = async (text: Locator) => numbers(await text.innerText())[0];
    // Three events by nine stations: counted anew with all that was chosen.
    await expect.poll(async () => (await number(willRun)) + (await number(outside))).toBe(27);
    const count = await number(willRun);
    expect(count).toBeGreaterThan(1);
    await run(count).click();
    await page.getByText(`${count} / ${count}`, { exact: true }).waitFor({ timeout: 120_000 });
    const journal = (await readFile(join(project, '.atoa/journal.jsonl'), 'utf8')).trim().split('\n');
    const done = journal
      .map((line) => JSON.parse(line) as { kind: string; event: string; station: string })
      .filter(({ kind }) => kind === 'pair');
    expect(done).toHaveLength(count);

    const limits = ['--max-distance', '450', '--min-azimuth', '150', '--max-azimuth', '270'];
    const selection = ['--events', 'C2015030*', '--stations', 'XD.S00?.*.*'];
    const out = ['--out', join(home, 'again'), '--json'];
    const { code, stdout } = await atoa(['run', project, ...selection, ...limits, ...out], home);
    expect(code).toBe(0);
    const ids = (list: { event?: unknown; station?: unknown }[]) =>
      list.map(({ event, station }) => `${String(event)}/${String(station)}`).sort();
    expect(ids(jsonLines(stdout).slice(0, -1))).toEqual(ids(done));
    const { code: refused, stderr } = await atoa(['run', project, '--max-distance', 'far'], home);
    expect([refused, stderr]).toEqual([2, expect.stringContaining('must be a number')]);
  });

  it('is used by keys alone, up to the run', async () => {
    await page.getByRole('navigation', { name: 'Areas' }).getByRole('button', { name: 'Select' }).focus();
    await page.keyboard.press('Enter');
    for (const list of ['Limits of pairs', 'Filters of stations']) {
      await page.getByRole('list', { name: list }).getByRole('button').last().focus();
      await page.keyboard.press('Enter');
    }
    for (const [list, filter] of [
      ['events', 'C20150302*'],
      ['stations', 'XD.S010'],
    ] as const) {
      await field(`Filter ${list}`).focus();
      await page.keyboard.press('Control+A');
      await page.keyboard.type(filter);
      const only = button(`Only shown: select just the ${list} that the filter shows`);
      for (let i = 0; i < 8 && !(await only.evaluate((element) => element === document.activeElement)); i++) {
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Enter');
    }
    await run(1).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+Enter');
    await page.getByText('1 / 1', { exact: true }).waitFor({ timeout: 60_000 });
  });

  it('never complained on the console', () => {
    expect(complaints).toEqual([]);
  });
}
