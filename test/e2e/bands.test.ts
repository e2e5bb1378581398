import { existsSync } from 'node:fs';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HandDecision } from '@/api';
import { NO_BROWSER, skipBrowser } from '../support/browser';
import { atoa } from '../support/cli';
import { collectComplaints, openInBrowser, type OpenedFace } from '../support/faces';

describe('several period bands', () => {
  it.skipIf(!skipBrowser)('run here', (context) => context.skip(NO_BROWSER));
  describe.skipIf(skipBrowser)('for a user', inBands);
});

interface WindowRow {
  station: string;
  component: string;
  left: number;
  right: number;
  band: string;
  set_by_hand?: number;
}

const [SHORT, LONG] = ['10–30 s', '20–60 s'] as const;

function inBands(): void {
  let home: string;
  let project: string;
  let face: OpenedFace;
  let page: Page;
  let rows: WindowRow[];
  const complaints: string[] = [];

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'atoa-bands-'));
    project = join(home, 'demo');
    expect((await atoa(['demo', project, '--events', '1', '--stations', '3'], home)).code).toBe(0);
    const bands = '  period_bands: [[10, 30], [20, 60]]\nconventions: corrected\n';
    await appendFile(join(project, 'atoa.yaml'), bands);
    expect((await atoa(['run', project, '--quiet'], home)).code).toBe(0);
    rows = await exported();
    for (const station of ['XD.S001', 'XD.S002']) {
      const count = of(rows, station, SHORT).length;
      expect(count, 'tells the bands apart').not.toBe(of(rows, station, LONG).length);
    }
    face = await openInBrowser(home, project);
    ({ page } = face);
    collectComplaints(page, complaints);
    await toArea('Run');
  });

  afterAll(async () => {
    await face?.close();
    await rm(home, { recursive: true, force: true });
  });

  const pane = () => page.getByRole('region', { name: 'Pair', exact: true });
  const bar = () => page.getByRole('toolbar', { name: 'Windows by hand' });
  const choice = () => pane().getByRole('radiogroup', { name: 'Period band' });
  const band = (name: string) => choice().getByRole('radio', { name });
  const row = (station: string) => page.getByRole('grid', { name: 'Pairs' }).getByRole('row', { name: station });
  const idle = () => expect.poll(() => pane().locator('[aria-busy=true]').count()).toBe(0);
  const plot = (component: string) => pane().getByLabel(new RegExp(`^Component ${component}:`));
  const drawing = () =>
    plot('Z')
      .locator('canvas')
      .first()
      .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

  async function toArea(name: string): Promise<void> {
    await page.getByRole('navigation', { name: 'Areas' }).getByRole('button', { name, exact: true }).click();
  }

  async function open(station: string): Promise<void> {
    await row(station).click();
    await pane().getByRole('heading', { name: station }).waitFor();
    await plot('Z').locator('.u-over').waitFor();
    await idle();
  }

  /** The windows of a run, as the command line exports them. */
  async function exported(): Promise<WindowRow[]> {
    const { code, stdout } = await atoa(['export', project, '--table', 'windows', '--format', 'json'], home);
    expect(code).toBe(0);
    return JSON.parse(stdout) as WindowRow[];
  }

  /** The windows of one pair in one band, as they are exported. */
  function of(list: WindowRow[], station: string, name: string): WindowRow[] {
    const [min, max] = name.match(/\d+/g)!;
    return list.filter((each) => each.station === station && each.band === `${min}-${max}`);
  }

  /** Until the pair is shown in this band: as many windows as it has. */
  async function shows(station: string, name: string): Promise<void> {
    await expect.poll(() => band(name).isChecked()).toBe(true);
    const count = of(rows, station, name).length;
    await pane()
      .getByRole('tab', { name: `Windows (${count})` })
      .waitFor();
    await idle();
  }

  it('are chosen by the mouse, and traces and windows are those of the band', async () => {
    await open('XD.S001');
    await shows('XD.S001', SHORT);
    const before = await drawing();
    await choice().getByText(LONG).click();
    await shows('XD.S001', LONG);
    await expect.poll(drawing).not.toBe(before);
    for (const component of ['E', 'N', 'Z']) {
      const count = of(rows, 'XD.S001', LONG).filter((each) => each.component === component).length;
      const caption = pane()
        .locator('figure')
        .filter({ hasText: `BX${component}` })
        .locator('figcaption');
      await caption.getByText(new RegExp(`^${count} windows?, `)).waitFor();
    }
  });

  it('stay chosen for the next pair, and are chosen by keys', async () => {
    await open('XD.S002');
    await shows('XD.S002', LONG);
    await band(LONG).focus();
    await page.keyboard.press('ArrowLeft');
    await shows('XD.S002', SHORT);
    await page.keyboard.press('ArrowRight');
    await shows('XD.S002', LONG);
  });

  it('keep their own windows when those of another are set by hand', async () => {
    await open('XD.S001');
    await shows('XD.S001', LONG);
    await pane().getByRole('button', { name: 'Edit windows' }).click();
    await bar().getByText(`In ${LONG}:`).waitFor();
    expect(await band(SHORT).isDisabled()).toBe(true);
    const box = (await plot('Z').locator('.u-over').boundingBox())!;
    const y = box.y + box.height / 3;
    await page.mouse.move(box.x + 0.8 * box.width, y);
    await page.mouse.down();
    await page.mouse.move(box.x + 0.9 * box.width, y, { steps: 3 });
    await page.mouse.move(box.x + 0.95 * box.width, y, { steps: 3 });
    await page.mouse.up();
    await page.getByRole('textbox', { name: 'Note' }).fill('of long periods alone');
    await bar()
      .getByRole('button', { name: /^Save as / })
      .click();
    await pane().getByText('of long periods alone').waitFor();
    await expect.poll(() => existsSync(join(project, '.atoa/lock')), { timeout: 60_000 }).toBe(false);

    const before = rows;
    rows = await exported();
    const ends = (list: WindowRow[], name: string) =>
      of(list, 'XD.S001', name).map(({ component, left, right, set_by_hand }) => [component, left, right, set_by_hand]);
    const unset = ends(before, SHORT).map(([component, left, right]) => [component, left, right, 0]);
    expect(ends(rows, SHORT)).toEqual(unset);
    const onZ = (list: WindowRow[]) => of(list, 'XD.S001', LONG).filter(({ component }) => component === 'Z');
    expect(onZ(rows)).toHaveLength(onZ(before).length + 1);
    expect(onZ(rows).every(({ set_by_hand }) => set_by_hand === 1)).toBe(true);
    const { stdout } = await atoa(['inspect', project, '--json'], home);
    const { handDecisions } = JSON.parse(stdout) as { handDecisions: HandDecision[] };
    expect(handDecisions.map(({ windows }) => Object.keys(windows))).toEqual([['Z@20-60']]);
    await shows('XD.S001', LONG);
    await choice().getByText(SHORT).click();
    await shows('XD.S001', SHORT);
  });

  it('are told in the table of windows and by the record section', async () => {
    await toArea('Results');
    await page.getByRole('tab', { name: 'Windows' }).first().click();
    const table = page.getByRole('grid', { name: 'Results of windows' });
    await table.getByRole('columnheader', { name: 'Band' }).waitFor();
    await table.getByRole('row').filter({ hasText: '10–30' }).first().waitFor();
    await page.getByRole('tab', { name: 'Record section' }).click();
    const named = page.getByTitle(/^Of several period bands the first one is stored/);
    await expect.poll(() => named.innerText()).toBe(SHORT);
  });

  it('never complained on the console', () => {
    expect(complaints).toEqual([]);
  });
}
