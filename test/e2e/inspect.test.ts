import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { NO_BROWSER, skipBrowser } from '../support/browser';
import { atoa, jsonLines } from '../support/cli';
import { usePairDesk } from '../support/pairDesk';

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
  const desk = usePairDesk(4, async ({ project, home }) => {
    const later = ['--set', 'step_count=1', '--set', 'max_period=40', '--quiet'];
    expect((await atoa(['run', project, ...later], home)).code).toBe(0);
  });
  const pane = () => desk.pane();
  let page: Page;

  beforeEach(async () => {
    ({ page } = desk);
    await desk.anew();
  });

  const edges = (component: string, side: 'Left' | 'Right') =>
    pane().getByRole('slider', { name: new RegExp(`^${side} edge, .* on ${component}$`) });
  const time = async (edge: Locator) => Number.parseFloat((await edge.getAttribute('aria-valuetext'))!);
  const caption = (component: string) =>
    pane()
      .locator('figure')
      .filter({ hasText: `BX${component}` })
      .locator('figcaption');
  const figures = () => desk.bar().getByText(/windows?, misfit/);

  /** What is measured of the last edit. */
  async function settledFigures(): Promise<string> {
    await desk.bar().getByLabel('Measuring …').waitFor({ state: 'detached' });
    return figures().innerText();
  }

  async function dragFrom(box: { x: number; y: number; width: number; height: number }, from: number, to: number) {
    const y = box.y + box.height / 3;
    await page.mouse.move(box.x + from * box.width, y);
    await page.mouse.down();
    await page.mouse.move(box.x + ((from + to) / 2) * box.width, y, { steps: 3 });
    await page.mouse.move(box.x + to * box.width, y, { steps: 3 });
    await page.mouse.up();
  }

  /** Edits a pair: gives it a window late on Z, by a drag.
   *  @returns how many windows Z has had before */
  async function addWindow(station: string): Promise<number> {
    await desk.open(station);
    await pane().getByRole('button', { name: 'Edit windows' }).click();
    const before = await desk.windows('Z').count();
    await dragFrom((await desk.plot('Z').boundingBox())!, 0.8, 0.95);
    await expect.poll(() => desk.windows('Z').count()).toBe(before + 1);
    return before;
  }

  /** A decision is answered before dataset and table are written again, under the project's lock. */
  async function written(): Promise<void> {
    await expect.poll(() => existsSync(join(desk.project, '.atoa/lock')), { timeout: 60_000 }).toBe(false);
  }

  /** The pair by a run of the command line that measures everything anew, with the table that it leaves. */
  async function runAgain(station: string): Promise<{ line: Line; table: string }> {
    await written();
    const { code, stdout } = await atoa(['run', desk.project, '--fresh', '--json'], desk.home);
    expect(code).toBe(0);
    const line = (jsonLines(stdout) as unknown as Line[]).find((each) => each.station === station)!;
    return { line, table: await readFile(join(desk.project, 'misfits.csv'), 'utf8') };
  }

  it('adds a window by a drag, drags its edge, undoes, redoes and deletes', async () => {
    const before = await addWindow('XD.S001');
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
    await expect.poll(() => desk.windows('Z').count()).toBe(before);
    await desk.tool('Undo').click();
    await expect.poll(() => desk.windows('Z').count()).toBe(before + 1);
    await expect.poll(() => figures().innerText()).toBe(measured);
  });

  it('keeps unsaved windows as a draft, with their way back, also when the page is loaded again', async () => {
    const count = (await addWindow('XD.S001')) + 1;
    const measured = await settledFigures();
    await pane().getByText('Not saved').waitFor();
    await desk.open('XD.S002');
    expect(await desk.bar().count()).toBe(0);
    await page.getByText(/XD\.S001 are not saved yet: they are kept as a draft/).waitFor();
    await pane().getByRole('button', { name: '1 draft' }).click();
    await page.getByRole('menuitem', { name: /XD\.S001/ }).click();
    await expect.poll(() => desk.windows('Z').count()).toBe(count);
    await expect.poll(() => figures().innerText()).toBe(measured);
    await desk.tool('Undo').click();
    expect(await desk.tool('Redo').isEnabled()).toBe(true);
    await desk.tool('Redo').click();

    await desk.note().fill('half done');
    await page.reload();
    await desk.toRun();
    await desk.open('XD.S001');
    await expect.poll(() => desk.windows('Z').count()).toBe(count);
    await expect.poll(() => figures().innerText()).toBe(measured);
    expect(await desk.note().inputValue()).toBe('half done');
    await desk.tool('Undo').click();
    expect(await desk.tool('Undo').isDisabled()).toBe(true);
    await desk.tool('Redo').click();
    await expect.poll(() => figures().innerText()).toBe(measured);
  });

  it('saves with a note, which a reload and a run keep', async () => {
    await addWindow('XD.S001');
    const wanted = await settledFigures();
    await desk.note().fill('surface wave, seen by eye');
    await desk.tool(/^Save as /).click();
    await pane().getByText('surface wave, seen by eye').waitFor();
    await desk.row('XD.S001').getByRole('img', { name: 'Windows by hand' }).waitFor();

    await page.reload();
    await desk.toRun();
    await page.getByLabel('By hand', { exact: true }).first().check();
    await expect.poll(() => page.getByRole('grid', { name: 'Pairs' }).getByRole('row').count()).toBe(2);
    await page.getByLabel('By hand', { exact: true }).first().uncheck();
    await desk.open('XD.S001');
    await pane().getByText('surface wave, seen by eye').waitFor();
    const misfit = await desk.row('XD.S001').getByRole('gridcell').nth(3).innerText();
    expect(wanted).toBe(
      `${await desk.row('XD.S001').getByRole('gridcell').nth(4).innerText()} windows, misfit ${misfit}`,
    );

    await written();
    const table = await readFile(join(desk.project, 'misfits.csv'), 'utf8');
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

    const count = await desk.windows(component!).count();
    await page.keyboard.press('n');
    await expect.poll(() => desk.windows(component!).count()).toBe(count + 1);
    await page.keyboard.press('Control+z');
    await expect.poll(() => desk.windows(component!).count()).toBe(count);
    await page.keyboard.press('Control+s');
    await pane().getByText('Windows by hand', { exact: true }).waitFor();
    expect(await desk.bar().count()).toBe(0);
  });

  it('rejects a pair with a note, and takes it back', async () => {
    await desk.open('XD.S003');
    const misfit = await desk.row('XD.S003').getByRole('gridcell').nth(3).innerText();
    await page.keyboard.press('r');
    await page.keyboard.type('clipped');
    await page.keyboard.press('Enter');
    await pane().getByText('clipped').waitFor();
    await desk.row('XD.S003').getByText('No windows').waitFor();
    await desk.row('XD.S003').getByRole('img', { name: 'Rejected' }).waitFor();
    expect((await runAgain('XD.S003')).line).toMatchObject({ nwin: 0, misfit: null });

    await pane().getByRole('button', { name: 'Withdraw' }).click();
    await desk.note().press('Enter');
    await desk.row('XD.S003').getByText('Done').waitFor();
    expect(await desk.row('XD.S003').getByRole('gridcell').nth(3).innerText()).toBe(misfit);
    expect(await desk.row('XD.S003').getByRole('img').count()).toBe(0);
  });

  it('compares with another evaluation, and flips between the two', async () => {
    await desk.open('XD.S004');
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
    await desk.open('XD.S004');
    await page.keyboard.press('f');
    await expect.poll(() => page.getByRole('grid', { name: 'Pairs' }).count()).toBe(0);
    const widthOf = async (place: Locator) => (await place.boundingBox())?.width ?? 0;
    await expect
      .poll(async () => (await widthOf(pane())) / (await widthOf(page.getByRole('main'))))
      .toBeGreaterThan(0.95);
    await page.keyboard.press('k');
    await pane().getByRole('heading', { name: 'XD.S003' }).waitFor();
    await page.keyboard.press('f');
    await page.getByRole('grid', { name: 'Pairs' }).waitFor();
  });

  it('never complained on the console', () => {
    expect(desk.complaints).toEqual([]);
  });
}
