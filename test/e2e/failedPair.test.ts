import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, skipBrowser } from '../support/browser';
import { atoa } from '../support/cli';
import { openInBrowser, type OpenedFace } from '../support/faces';

describe('the view of a pair that failed', () => {
  it.skipIf(!skipBrowser)('runs here', (context) => context.skip(NO_BROWSER));
  describe.skipIf(skipBrowser)('for a user', looking);
});

function looking(): void {
  let home: string;
  let project: string;
  let response: { file: string; whole: string };
  let face: OpenedFace;
  let page: Page;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'atoa-failed-'));
    project = join(home, 'demo');
    expect((await atoa(['demo', project, '--events', '1', '--stations', '4'], home)).code).toBe(0);
    const file = join(project, 'stations/XD.S001.xml');
    const whole = await readFile(file, 'utf8');
    response = { file, whole };
    await writeFile(file, whole.replace(/<Response>[^]*?<\/Response>/g, ''));
    await rm(join(project, 'stations/XD.S002.xml'));
    const [event] = await readdir(join(project, 'synthetics'));
    for (const letter of 'ENZ') await rm(join(project, `synthetics/${event}/XD.S003.BX${letter}.semd`));
    expect((await atoa(['run', project, '--quiet'], home)).code).toBe(1);
    face = await openInBrowser(home, project);
    ({ page } = face);
    await page.getByRole('navigation', { name: 'Areas' }).getByRole('button', { name: 'Run', exact: true }).click();
  });

  afterAll(async () => {
    await face?.close();
    await rm(home, { recursive: true, force: true });
  });

  const pane = () => page.getByRole('region', { name: 'Pair', exact: true });
  const tool = (name: string) => pane().getByRole('button', { name, exact: true });

  /** A refusal is told, and goes when it was read. */
  async function told(refusal: string): Promise<void> {
    const notice = page.getByRole('alert').filter({ hasText: refusal });
    await notice.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => notice.count()).toBe(0);
  }

  async function open(station: string): Promise<void> {
    await page.getByRole('grid', { name: 'Pairs' }).getByRole('row', { name: station }).click();
    await pane().getByRole('heading', { name: station }).waitFor();
    await expect.poll(() => pane().locator('[aria-busy=true]').count()).toBe(0);
  }

  it('labels what was recorded as such, and offers no windows where there is nothing to set them on', async () => {
    await open('XD.S001');
    await pane().getByText('Failed in preprocess (no-response)').waitFor();
    await pane()
      .getByText(/Add StationXML with responses/)
      .waitFor();
    expect(await pane().getByText('as recorded, not preprocessed, synthetic scaled to fit').count()).toBe(3);
    const why = 'The pair failed in preprocess: there is nothing yet that windows could be set on';
    const out = 'The pair failed in preprocess: it is left out already, without windows or adjoint source';
    for (const [name, key, refusal] of [
      ['Edit windows', 'e', why],
      ['Accept', 'a', why],
      ['Reject', 'r', out],
    ] as const) {
      expect(await tool(name).getAttribute('aria-disabled')).toBe('true');
      expect(await tool(name).getAttribute('title')).toBe(refusal);
      await page.keyboard.press(key);
      await told(refusal);
      await tool(name).focus();
      await page.keyboard.press('Enter');
      await told(refusal);
    }
    expect(await page.getByRole('toolbar', { name: 'Windows by hand' }).count()).toBe(0);
    expect(await page.getByRole('textbox', { name: 'Note' }).count()).toBe(0);
  });

  it('tells why there is no map, and the distance where there is one', async () => {
    await open('XD.S002');
    await pane().getByText('No map: the station has no coordinates.').waitFor();
    expect(
      await pane()
        .getByRole('img', { name: /^Map with the ray/ })
        .count(),
    ).toBe(0);
    await open('XD.S003');
    await pane().getByText('Failed in gather (no-synthetic)').waitFor();
    await pane()
      .getByTitle(/^Distance: \d+\.\d km$/)
      .waitFor();
    await pane()
      .getByRole('img', { name: /^Map with the ray/ })
      .waitFor();
  });

  it('processes the pair again once its files are mended', async () => {
    await open('XD.S001');
    await writeFile(response.file, response.whole);
    await tool('Process again').click();
    await page.getByRole('grid', { name: 'Pairs' }).getByRole('row', { name: 'XD.S001' }).getByText('Done').waitFor();
    await expect.poll(() => pane().getByText('displacement, m').count()).toBe(3);
    expect(await pane().getByText('Failed in preprocess').count()).toBe(0);
    expect(await tool('Edit windows').getAttribute('aria-disabled')).toBeNull();
  });
}
