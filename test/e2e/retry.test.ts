import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, skipBrowser } from '../support/browser';
import { atoa } from '../support/cli';
import { openInBrowser, type OpenedFace } from '../support/faces';

describe('pairs that have failed', () => {
  it.skipIf(!skipBrowser)('run here', (context) => context.skip(NO_BROWSER));
  describe.skipIf(skipBrowser)('for a user', retrying);
});

function retrying(): void {
  let home: string;
  let demo: string;
  let face: OpenedFace;
  let page: Page;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'atoa-retry-'));
    demo = join(home, 'demo');
    expect((await atoa(['demo', demo, '--events', '2', '--stations', '2'], home)).code).toBe(0);
    await rename(join(demo, 'stations/XD.S002.xml'), join(home, 'XD.S002.xml'));
    const { code } = await atoa(['run', demo, '--quiet'], home);
    expect(code).toBe(1);
    face = await openInBrowser(home, demo);
    ({ page } = face);
  });
  afterAll(async () => {
    await face?.close();
    await rm(home, { recursive: true, force: true });
  });

  it('succeed when they are retried after what they lacked was put there, without opening the project again', async () => {
    await page.getByRole('button', { name: '2 cannot run: response missing' }).waitFor();
    await page.getByRole('button', { name: 'Run 2 pairs' }).waitFor();
    const none = page.getByRole('button', { name: 'Retry 0 of 2 failed' });
    expect(await none.getAttribute('aria-disabled')).toBe('true');
    await none.hover();
    await page.getByRole('tooltip', { name: /2 of the failed pairs lack what they are measured from/ }).waitFor();

    await rename(join(home, 'XD.S002.xml'), join(demo, 'stations/XD.S002.xml'));
    // As when the window is turned to again.
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.getByRole('button', { name: 'Retry 2 failed' }).click();
    await page
      .getByRole('region', { name: 'Run', exact: true })
      .getByText('2 / 2', { exact: true })
      .waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Run 4 pairs' }).waitFor({ timeout: 60_000 });
    await expect.poll(() => page.getByRole('button', { name: /^Retry/ }).count()).toBe(0);
  });
}
