import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, skipBrowser } from '../support/browser';
import { atoa, jsonLines } from '../support/cli';
import { collectComplaints, openInBrowser, type OpenedFace } from '../support/faces';

describe('inspecting pairs', () => {
  it.skipIf(!skipBrowser)('runs here', (context) => context.skip(NO_BROWSER));
  describe.skipIf(skipBrowser)('for a user', inspecting);
});

/** The line of a pair that `atoa run --json` prints. */
interface Line {
  station: string;
  misfit: number | null;
  nwin: number;
}

function inspecting(): void {
  let home: string;
  let project: string;
  let face: OpenedFace;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'atoa-inspect-'));
    project = join(home, 'demo');
    expect((await atoa(['demo', project, '--events', '1', '--stations', '4'], home)).code).toBe(0);
    expect((await atoa(['run', project, '--quiet'], home)).code).toBe(0);
    const later = ['--set', 'step_count=1', '--set', 'max_period=40', '--quiet'];
    expect((await atoa(['run', project, ...later], home)).code).toBe(0);
    face = await openInBrowser(home, project);
    ({ page } = face);
    collectComplaints(page, complaints);
    await toRun();
  });

  afterAll(async () => {
    await face?.close();
    await rm(home, { recursive: true, force: true });
  });

  const pane = () => page.getByRole('region', { name: 'Pair', exact: true });
  const bar = () => page.getByRole('toolbar', { name: 'Windows by hand' });
  const tool = (name: string | RegExp) => bar().getByRole('button', { name });
  const note = () => page.getByRole('textbox', { name: 'Note' });
  const row = (station: string) => page.getByRole('grid', { name: 'Pairs' }).getByRole('row', { name: station });
  const plot = (component: string) =>
    pane()
      .getByLabel(new RegExp(`^Component ${component}:`))
      .locator('.u-over');
  const windows = (component: string) => pane().getByRole('button', { name: new RegExp(` on ${component}, `) });
  const edges = (component: string, side: 'Left' | 'Right') =>
    pane().getByRole('slider', { name: new RegExp(`^${side} edge, .* on ${component}$`) });
  const time = async (edge: Locator) => Number.parseFloat((await edge.getAttribute('aria-valuetext'))!);
  const caption = (component: string) =>
    pane()
      .locator('figure')
      .filter({ hasText: `BX${component}` })
      .locator('figcaption');
  const figures = () => bar().getByText(/windows?, misfit/);

  /** What is measured of the last edit: "Measuring …" comes and goes, and may not have come yet. */
  async function settledFigures(): Promise<string> {
    let last = '';
    const stays = async () => {
      const before = last;
      last = (await bar().getByLabel('Measuring …').count()) === 0 ? await figures().innerText() : '';
      return last !== '' && last === before;
    };
    await expect.poll(stays, { interval: 1000, timeout: 20_000 }).toBe(true);
    return last;
  }

  async function toRun(): Promise<void> {
    await page.getByRole('navigation', { name: 'Areas' }).getByRole('button', { name: 'Run', exact: true }).click();
  }

  async function open(station: string): Promise<void> {
    await row(station).click();
    await pane().getByRole('heading', { name: station }).waitFor();
    await plot('Z').waitFor();
    await expect.poll(() => pane().locator('[aria-busy=true]').count()).toBe(0);
  }

  async function dragFrom(box: { x: number; y: number; width: number; height: number }, from: number, to: number) {
    const y = box.y + box.height / 3;
    await page.mouse.move(box.x + from * box.width, y);
    await page.mouse.down();
    await page.mouse.move(box.x + ((from + to) / 2) * box.width, y, { steps: 3 });
    await page.mouse.move(box.x + to * box.width, y, { steps: 3 });
    await page.mouse.up();
  }

  /** A decision is answered before dataset and table are written again, under the project's lock. */
  async function written(): Promise<void> {
    await expect.poll(() => existsSync(join(project, '.atoa/lock')), { timeout: 60_000 }).toBe(false);
  }

  /** The pair by a run of the command line that measures everything anew, with the table that it leaves. */
  async function runAgain(station: string): Promise<{ line: Line; table: string }> {
    await written();
    const { code, stdout } = await atoa(['run', project, '--fresh', '--json'], home);
    expect(code).toBe(0);
    const line = (jsonLines(stdout) as unknown as Line[]).find((each) => each.station === station)!;
    return { line, table: await readFile(join(project, 'misfits.csv'), 'utf8') };
  }

  it('adds a window by a drag, drags its edge, undoes, redoes and deletes', async () => {
    await open('XD.S001');
    await pane().getByRole('button', { name: 'Edit windows' }).click();
    const before = await windows('Z').count();
    await dragFrom((await plot('Z').boundingBox())!, 0.8, 0.95);
    await expect.poll(() => windows('Z').count()).toBe(before + 1);
    await caption('Z')
      .getByText(`${before + 1} window`)
      .waitFor();

    const edge = edges('Z', 'Right').last();
    const there = await time(edge);
    const grip = (await edge.boundingBox())!;
    await dragFrom({ ...grip, x: grip.x + grip.width / 2, width: 100 }, 0, -0.4);
    const here = await time(edge);
    expect(here).toBeLessThan(there - 5);
    await page.keyboard.press('Control+z');
    await expect.poll(() => time(edge)).toBe(there);
    await page.keyboard.press('Control+Shift+Z');
    await expect.poll(() => time(edge)).toBe(here);

    const left = edges('Z', 'Left').last();
    const handle = (await left.boundingBox())!;
    await dragFrom({ ...handle, x: handle.x + handle.width / 2, width: 1000 }, 0, -0.45);
    const neighbour = await time(edges('Z', 'Right').nth(before - 1));
    expect(await time(left)).toBeGreaterThan(neighbour);
    expect(await time(left)).toBeLessThan(neighbour + 1);
    await page.keyboard.press('Control+z');
    const measured = await settledFigures();
    await page.keyboard.press('Delete');
    await expect.poll(() => windows('Z').count()).toBe(before);
    await tool('Undo').click();
    await expect.poll(() => windows('Z').count()).toBe(before + 1);
    await expect.poll(() => figures().innerText()).toBe(measured);
  });

  it('keeps unsaved windows as a draft, with their way back, also when the page is loaded again', async () => {
    const measured = await figures().innerText();
    const count = await windows('Z').count();
    await pane().getByText('Not saved').waitFor();
    await open('XD.S002');
    expect(await bar().count()).toBe(0);
    await page.getByText(/XD\.S001 are not saved yet: they are kept as a draft/).waitFor();
    await pane().getByRole('button', { name: '1 draft' }).click();
    await page.getByRole('menuitem', { name: /XD\.S001/ }).click();
    await expect.poll(() => windows('Z').count()).toBe(count);
    await expect.poll(() => figures().innerText()).toBe(measured);
    await tool('Undo').click();
    expect(await tool('Redo').isEnabled()).toBe(true);
    await tool('Redo').click();

    await note().fill('half done');
    await page.reload();
    await toRun();
    await open('XD.S001');
    await expect.poll(() => windows('Z').count()).toBe(count);
    await expect.poll(() => figures().innerText()).toBe(measured);
    expect(await note().inputValue()).toBe('half done');
    await tool('Undo').click();
    expect(await tool('Undo').isDisabled()).toBe(true);
    await tool('Redo').click();
    await expect.poll(() => figures().innerText()).toBe(measured);
  });

  it('saves with a note, which a reload and a run keep', async () => {
    const wanted = await figures().innerText();
    await note().fill('surface wave, seen by eye');
    await tool(/^Save as /).click();
    await pane().getByText('surface wave, seen by eye').waitFor();
    await row('XD.S001').getByRole('img', { name: 'Windows by hand' }).waitFor();

    await page.reload();
    await toRun();
    await page.getByLabel('By hand', { exact: true }).first().check();
    await expect.poll(() => page.getByRole('grid', { name: 'Pairs' }).getByRole('row').count()).toBe(2);
    await page.getByLabel('By hand', { exact: true }).first().uncheck();
    await open('XD.S001');
    await pane().getByText('surface wave, seen by eye').waitFor();
    const misfit = await row('XD.S001').getByRole('gridcell').nth(3).innerText();
    expect(wanted).toBe(`${await row('XD.S001').getByRole('gridcell').nth(4).innerText()} windows, misfit ${misfit}`);

    await written();
    const table = await readFile(join(project, 'misfits.csv'), 'utf8');
    const again = await runAgain('XD.S001');
    expect(again.line.misfit!.toFixed(4)).toBe(misfit);
    expect(again.table).toBe(table);
  });

  it('edits by the keyboard alone', async () => {
    await page.getByRole('grid', { name: 'Pairs' }).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await pane().getByRole('heading', { name: 'XD.S002' }).waitFor();
    await expect.poll(() => pane().locator('[aria-busy=true]').count()).toBe(0);
    await page.keyboard.press('e');
    await expect.poll(() => page.evaluate(() => document.activeElement?.ariaLabel)).toMatch(/^Window 1 of \d/);
    const [component] = (await page.evaluate(() => document.activeElement!.ariaLabel!)).match(/(?<= on )\w/)!;
    await page.keyboard.press('Tab');
    const edge = edges(component!, 'Left').first();
    const before = await time(edge);
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => time(edge)).toBeCloseTo(before + 3, 1);
    await page.keyboard.press('ArrowLeft');
    expect(await time(edge)).toBeLessThan(before + 3);
    await pane()
      .locator('[aria-live]')
      .getByText(/^cc .* dt .* misfit /)
      .waitFor();

    const count = await windows(component!).count();
    await page.keyboard.press('n');
    await expect.poll(() => windows(component!).count()).toBe(count + 1);
    await page.keyboard.press('Control+z');
    await expect.poll(() => windows(component!).count()).toBe(count);
    await page.keyboard.press('Control+s');
    await pane().getByText('Windows by hand', { exact: true }).waitFor();
    expect(await bar().count()).toBe(0);
  });

  it('rejects a pair with a note, and takes it back', async () => {
    await open('XD.S003');
    const misfit = await row('XD.S003').getByRole('gridcell').nth(3).innerText();
    await page.keyboard.press('r');
    await page.keyboard.type('clipped');
    await page.keyboard.press('Enter');
    await pane().getByText('clipped').waitFor();
    await row('XD.S003').getByText('No windows').waitFor();
    await row('XD.S003').getByRole('img', { name: 'Rejected' }).waitFor();
    expect((await runAgain('XD.S003')).line).toMatchObject({ nwin: 0, misfit: null });

    await pane().getByRole('button', { name: 'Withdraw' }).click();
    await note().press('Enter');
    await row('XD.S003').getByText('Done').waitFor();
    expect(await row('XD.S003').getByRole('gridcell').nth(3).innerText()).toBe(misfit);
    expect(await row('XD.S003').getByRole('img').count()).toBe(0);
  });

  it('compares with another evaluation, and flips between the two', async () => {
    await open('XD.S004');
    await pane().getByRole('button', { name: 'Compare' }).click();
    await page.getByRole('menuitemcheckbox', { name: /^i01\/s01/ }).click();
    await pane().getByText('Synthetic, i01/s01').waitFor();
    await pane()
      .getByText(/^i01\/s01: \d+ windows?, /)
      .first()
      .waitFor();
    const own = await caption('Z').innerText();
    await page.keyboard.press('b');
    await expect.poll(() => caption('Z').innerText()).toContain('present: ');
    await page.keyboard.press('b');
    await expect.poll(() => caption('Z').innerText()).toBe(own);
  });

  it('gives the pair the whole area and back', async () => {
    await page.keyboard.press('f');
    await expect.poll(() => page.getByRole('grid', { name: 'Pairs' }).count()).toBe(0);
    await page.keyboard.press('k');
    await pane().getByRole('heading', { name: 'XD.S003' }).waitFor();
    await page.keyboard.press('f');
    await page.getByRole('grid', { name: 'Pairs' }).waitFor();
  });

  it('never complained on the console', () => {
    expect(complaints).toEqual([]);
  });
}
