import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, skipBrowser } from '../support/browser';
import { atoa } from '../support/cli';
import { collectComplaints, openInBrowser, type OpenedFace } from '../support/faces';

const EVENTS = 6;
const PAIRS = 60;
const BROKEN = 'XD.S002';

describe('the Run area', () => {
  it.skipIf(!skipBrowser)('runs here', (context) => context.skip(NO_BROWSER));
  describe.skipIf(skipBrowser)('for a user', running);
});

function running(): void {
  let home: string;
  let project: string;
  let face: OpenedFace;
  let page: Page;
  const complaints: string[] = [];

  /** Spoils or mends the observed waveforms of one station. */
  async function eachBrokenFile(events: string[], act: (file: string, kept: string) => Promise<void>): Promise<void> {
    for (const event of events) {
      for (const component of 'ENZ') {
        const name = `${BROKEN}.00.BH${component}.mseed`;
        await act(join(project, 'observed', event, name), join(home, `${event}.${name}`));
      }
    }
  }
  const events = () => readdir(join(project, 'observed'));
  const mend = async (some: string[]) => eachBrokenFile(some, (file, kept) => copyFile(kept, file));

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'atoa-run-'));
    project = join(home, 'project');
    await atoa(['demo', project, '--events', String(EVENTS), '--stations', String(PAIRS / EVENTS)], home);
    await eachBrokenFile(await events(), async (file, kept) => {
      await copyFile(file, kept);
      await writeFile(file, 'this is no miniSEED');
    });
    face = await openInBrowser(home, project);
    ({ page } = face);
    collectComplaints(page, complaints);
    await page.getByRole('button', { name: `Run ${PAIRS} pairs` }).waitFor({ timeout: 60_000 });
  });

  afterAll(async () => {
    await face?.close();
    await rm(home, { recursive: true, force: true });
  });

  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const tab = (name: RegExp) => page.getByRole('tab', { name });
  const matrix = () => page.getByRole('grid', { name: /^Results of 6 events/ });
  const strip = () => page.getByRole('region', { name: 'Run', exact: true });
  const doneNow = async () => Number(/(\d+) \/ \d+/.exec(await strip().innerText())?.[1]);
  const ended = (done: number, total: number) =>
    strip().getByText(`${done} / ${total}`, { exact: true }).waitFor({ timeout: 120_000 });
  /** How many pixels of the matrix have a colour, given as rgb in hexadecimal. */
  const pixels = (colour: string) =>
    matrix()
      .locator('canvas')
      .first()
      .evaluate(
        (canvas: HTMLCanvasElement, wanted) => {
          const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true })!;
          copy.drawImage(canvas, 0, 0);
          const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
          let found = 0;
          for (let i = 0; i < data.length; i += 4) {
            if ((data[i]! << 16) + (data[i + 1]! << 8) + data[i + 2]! === wanted && data[i + 3] === 255) found++;
          }
          return found;
        },
        Number.parseInt(colour, 16),
      );
  const FAILED = 'd3302f';
  const DONE = '2b8a5b';

  it('shows what the workers may take', async () => {
    await page.getByRole('textbox', { name: 'Stations in parallel' }).fill('1');
    await strip()
      .getByText(/\d+ cores? · 0\.8 GB of [\d.]+ GB free/)
      .waitFor();
  });

  it('pauses: what is under way ends, nothing else begins', async () => {
    await button(`Run ${PAIRS} pairs`).click();
    await button('Pause').click({ timeout: 60_000 });
    await button('Resume').waitFor();
    await expect.poll(() => page.title()).toMatch(/^\d+ % paused · project – Atoa$/);
    let done = -1;
    // Two pairs at most are in the worker's hands.
    await expect.poll(async () => done === (done = await doneNow()), { interval: 1500, timeout: 30_000 }).toBe(true);
    expect(done).toBeLessThan(PAIRS);
  });

  it('colours the matrix as results arrive', async () => {
    await tab(/^Matrix/).click();
    await page.getByRole('radiogroup', { name: 'Colour by' }).getByText('Status').click();
    const before = await pixels(DONE);
    await button('Resume').click();
    await ended(PAIRS, PAIRS);
    await expect.poll(() => pixels(FAILED)).toBeGreaterThan(0);
    await expect.poll(() => pixels(DONE)).toBeGreaterThan(before);
    await expect.poll(() => page.title(), { timeout: 60_000 }).toBe('project – Atoa');
  });

  it('is walked by keys, says what a cell is, and opens it', async () => {
    await matrix().focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    const cell = await matrix().getByRole('gridcell').innerText();
    expect(cell).toMatch(/^C\d{12}A · XD\.S002, Failed/);
    await page.getByRole('status').getByText(cell).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Pair' }).getByRole('alert').waitFor();
    await button('Close the pair (Esc)').click();
  });

  it('remembers view and measure', async () => {
    // The workbench may come later than the project and its results: nothing of these may be missed.
    await page.route('**/assets/Workbench-*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await page.reload();
    await button(`Run ${PAIRS} pairs`).waitFor();
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await matrix().waitFor();
    await expect.poll(() => pixels(DONE)).toBeGreaterThan(0);
  });

  const group = () => page.getByRole('list', { name: 'Failures by reason' }).getByRole('listitem');

  it('groups failures with what to do, the pairs, and the log a click away', async () => {
    await tab(/^Failures/).click();
    await group().first().waitFor();
    await expect.poll(() => group().count()).toBe(1);
    expect(await group().innerText()).toMatch(/^6\s[\s\S]*What to do:/);
    const rows = page.getByRole('grid', { name: 'Pairs' }).getByRole('row');
    await expect.poll(() => rows.count()).toBe(1 + EVENTS);
    await rows.nth(1).hover();
    await rows
      .nth(1)
      .getByRole('button', { name: /^Log of C/ })
      .click();
    await page
      .getByRole('region', { name: 'Pair' })
      .getByLabel('Log', { exact: true })
      .getByText(/miniSEED/i)
      .first()
      .waitFor();
    await button('Close the pair (Esc)').click();
  });

  it('retries a group, and all that have failed, and nothing else', async () => {
    const journal = async () =>
      (await readFile(join(project, '.atoa/journal.jsonl'), 'utf8'))
        .split('\n')
        .filter((line) => /"kind":"pair"/.test(line)).length;
    const [first, ...others] = await events();
    const before = await journal();
    await mend([first!]);
    await button(/^Retry 6 pairs that failed with/).click();
    await ended(EVENTS, EVENTS);
    await expect.poll(() => group().innerText()).toMatch(/^5\s/);
    expect(await journal()).toBe(before + EVENTS);

    await mend(others);
    await button('Retry 5 failed').click();
    await page.getByText('No pair has failed').waitFor({ timeout: 60_000 });
    await ended(EVENTS - 1, EVENTS - 1);
    expect(await journal()).toBe(before + EVENTS + EVENTS - 1);
    await tab(/^Matrix/).click();
    await expect.poll(() => pixels(DONE)).toBeGreaterThan(0);
    await expect.poll(() => pixels(FAILED)).toBe(0);
  });

  it('tells values of before from new ones while all is processed again, and after that is broken off', async () => {
    const old = () => page.locator('[role=row][data-earlier]');
    const words = page.getByText(/^of before/).first();
    await tab(/^Table/).click();
    await page.getByRole('checkbox', { name: 'Process again' }).check();
    await button(`Run ${PAIRS} pairs`).click();
    await words.filter({ hasText: new RegExp(`of before: [1-9]\\d* of ${PAIRS} done again`) }).waitFor();
    await button('Pause').click();
    await button('Resume').waitFor();
    await expect.poll(() => old().count()).toBeGreaterThan(0);
    expect(await old().first().getByRole('gridcell').first().innerText()).toContain('value of before');
    await tab(/^Matrix/).click();
    // Of a hatched cell half of the pixels are left.
    const cells = await pixels(DONE);
    await words.waitFor();
    await button('Cancel').click();
    await words.filter({ hasText: /of before: \d+ pairs? not done again/ }).waitFor();
    const left = await words.innerText();
    await page.reload();
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await matrix().waitFor();
    await words.filter({ hasText: left }).waitFor();
    // A run that is not told to do anything again does these, and so they stay as they are until then.
    const owed = /\d+/.exec(left)![0];
    await button(`Run ${PAIRS} pairs`).click();
    await words.filter({ hasText: new RegExp(`of before: [1-9]\\d* of ${owed} done again`) }).waitFor();
    await button('Pause').click();
    await button('Resume').waitFor();
    await tab(/^Table/).click();
    expect(await old().first().getByRole('gridcell').first().innerText()).toContain('value of before');
    await tab(/^Matrix/).click();
    await button('Resume').click();
    await ended(PAIRS, PAIRS);
    await expect.poll(() => words.count()).toBe(0);
    await expect.poll(() => pixels(DONE)).toBeGreaterThan(cells);
  });

  it('lists results whose waveforms have gone while a run went, when it has ended, and no more when they are back', async () => {
    const [event] = await events();
    const [folder, away] = [join(project, 'observed', event!), join(home, 'away')];
    const listed = page.getByRole('list', { name: 'Problems' }).getByText(`${event} XD.S002: there are results`);
    await page.getByRole('checkbox', { name: 'Process again' }).check();
    await button(`Run ${PAIRS} pairs`).click();
    await button('Pause').click();
    await button('Resume').waitFor();
    await mkdir(away);
    for (const name of await readdir(folder))
      if (name.startsWith(BROKEN)) await rename(join(folder, name), join(away, name));
    await button('Cancel').click();
    await page.getByRole('button', { name: /^Project , 1 problem/ }).click();
    await listed.waitFor();
    await page.getByText('Put the waveforms back').waitFor();
    for (const name of await readdir(away)) await rename(join(away, name), join(folder, name));
    await page.getByRole('button', { name: 'Check again' }).click();
    await expect.poll(() => listed.count()).toBe(0);
  });

  it('leaves nothing to retry for the command line', async () => {
    const { code, stdout } = await atoa(['run', project, '--retry-failed'], home);
    expect([code, stdout]).toEqual([0, expect.stringContaining('No pair has failed')]);
  });

  it('never complained on the console', () => {
    expect(complaints).toEqual([]);
  });
}
