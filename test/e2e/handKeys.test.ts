import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NO_BROWSER, skipBrowser } from '../support/browser';
import { atoa } from '../support/cli';
import { collectComplaints, openInBrowser, type OpenedFace } from '../support/faces';

describe('keys of decisions and edits by hand', () => {
  it.skipIf(!skipBrowser)('run here', (context) => context.skip(NO_BROWSER));
  describe.skipIf(skipBrowser)('for a user', byKeys);
});

function byKeys(): void {
  let home: string;
  let face: OpenedFace;
  let page: Page;
  /** What was asked of the engine to be kept. */
  const decisions: Record<string, unknown>[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'atoa-hand-keys-'));
    const project = join(home, 'demo');
    expect((await atoa(['demo', project, '--events', '1', '--stations', '4'], home)).code).toBe(0);
    expect((await atoa(['run', project, '--quiet'], home)).code).toBe(0);
    face = await openInBrowser(home, project);
    ({ page } = face);
    collectComplaints(page, complaints);
    page.on('request', (request) => {
      if (request.url().endsWith('/api/decideByHand')) decisions.push(request.postDataJSON());
    });
  });

  beforeEach(async () => {
    decisions.length = 0;
    await reload();
  });

  afterAll(async () => {
    await face?.close();
    await rm(home, { recursive: true, force: true });
  });

  const pane = () => page.getByRole('region', { name: 'Pair', exact: true });
  const bar = () => page.getByRole('toolbar', { name: 'Windows by hand' });
  const form = () => page.getByRole('form', { name: 'Reject the pair' });
  const note = () => page.getByRole('textbox', { name: 'Note' });
  const row = (station: string) => page.getByRole('grid', { name: 'Pairs' }).getByRole('row', { name: station });
  const title = (station: string) => pane().getByRole('heading', { name: station });
  const awaited = () => pane().getByText('The edit begins as soon as the pair is read.');
  const focused = () => page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent);

  /** A page that is loaded anew has read no pair yet. */
  async function reload(): Promise<void> {
    await page.unrouteAll({ behavior: 'wait' });
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await page.getByRole('navigation', { name: 'Areas' }).getByRole('button', { name: 'Run', exact: true }).click();
  }

  async function open(station: string): Promise<void> {
    await row(station).click();
    await title(station).waitFor();
    await pane().getByRole('button', { name: 'Edit windows' }).waitFor();
    await expect.poll(() => pane().locator('[aria-busy=true]').count()).toBe(0);
  }

  /** Holds back what is asked of the engine by one method, until the page is loaded anew.
   *  @returns what lets it go */
  async function hold(method: string): Promise<() => void> {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(`**/api/${method}`, async (route) => {
      await held;
      await route.continue();
    });
    return () => release();
  }

  it('leave a decision behind with its pair', async () => {
    await open('XD.S001');
    await page.keyboard.press('r');
    await page.keyboard.type('meant for the first');
    await row('XD.S002').click();
    await title('XD.S002').waitFor();
    await expect.poll(() => note().count()).toBe(0);
    await expect.poll(() => pane().locator('[aria-busy=true]').count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('r');
    expect(await note().inputValue()).toBe('');
    expect(decisions).toEqual([]);
  });

  it('keep a decision on its pair, and what is begun on the next while it is on its way', async () => {
    const release = await hold('decideByHand');
    await open('XD.S002');
    await open('XD.S001');
    await page.keyboard.press('a');
    await page.keyboard.type('fine');
    await page.keyboard.press('Enter');
    await pane().getByRole('status').getByText('Accepting the pair …').waitFor();
    expect(await note().count()).toBe(0);
    await page.keyboard.press('r');
    await page.getByText('The last decision on this pair is still being kept').waitFor();
    expect(await note().count()).toBe(0);
    await page.keyboard.press('j');
    await title('XD.S002').waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('clipped');
    expect(decisions).toHaveLength(1);
    release();
    await row('XD.S001').getByRole('img', { name: 'Accepted' }).waitFor();
    expect(await note().inputValue()).toBe('clipped');
    expect(decisions).toMatchObject([{ station: 'XD.S001', verdict: 'accepted', note: 'fine' }]);
  });

  it('give a decision back that is refused, with its note', async () => {
    const error = { code: 'conflict', message: 'Another process has a run going.', advice: null };
    await page.route('**/api/decideByHand', (route) => route.fulfill({ json: { ok: false, error } }), { times: 1 });
    await open('XD.S002');
    await page.keyboard.press('r');
    await page.keyboard.type('clipped');
    await page.keyboard.press('Enter');
    await page.getByText('Another process has a run going.').waitFor();
    await expect.poll(() => note().inputValue()).toBe('clipped');
    expect(await pane().getByText('Rejecting the pair …').count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    expect(await note().inputValue()).toBe('');
  });

  it('go one step back by Escape: out of the decision, the edit, the whole area, the pair', async () => {
    await open('XD.S003');
    await page.keyboard.press('f');
    await page.keyboard.press('r');
    await page.keyboard.press('Escape');
    await expect.poll(() => note().count()).toBe(0);
    await expect.poll(focused).toBe('Edit windows');

    await page.keyboard.press('e');
    await expect.poll(focused).toMatch(/^Window 1 of/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+ArrowRight');
    await pane().getByText('Not saved').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('The windows are not saved yet: save them (Ctrl S), or discard them').waitFor();
    expect(await bar().count()).toBe(1);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Escape');
    await expect.poll(() => bar().count()).toBe(0);
    await expect.poll(focused).toBe('Edit windows');

    await page.keyboard.press('Escape');
    await page.getByRole('grid', { name: 'Pairs' }).waitFor();
    await title('XD.S003').waitFor();
    await pane().getByRole('button', { name: 'Edit windows' }).focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => pane().count()).toBe(0);
  });

  it('step out of an edit also from the table', async () => {
    await open('XD.S003');
    await page.keyboard.press('e');
    await bar().waitFor();
    await page.getByRole('grid', { name: 'Pairs' }).focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => bar().count()).toBe(0);
    await title('XD.S003').waitFor();
  });

  it('begin an edit where it can be seen, and change nothing where it cannot', async () => {
    await open('XD.S003');
    const tab = (name: RegExp | string) => pane().getByRole('tab', { name, selected: true });
    await page.keyboard.press('l');
    await tab('Log').waitFor();
    await page.keyboard.press('e');
    await tab('Waveforms').waitFor();
    await expect.poll(focused).toMatch(/^Window 1 of/);
    await pane().getByRole('tab', { name: 'Log' }).click();
    await page.keyboard.press('Delete');
    await page.keyboard.press('n');
    expect(await bar().getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
  });

  it('take a note while the pair is still read, and keep it once it can be seen', async () => {
    await open('XD.S001');
    const release = await hold('pairDetail');
    await row('XD.S004').click();
    await title('XD.S004').waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('jerky and late');
    await page.keyboard.press('Enter');
    expect(await note().inputValue()).toBe('jerky and late');
    expect(
      await form()
        .getByRole('button', { name: /^Reject/ })
        .isDisabled(),
    ).toBe(true);
    expect(decisions).toEqual([]);
    await title('XD.S004').waitFor();
    release();
    await expect
      .poll(() =>
        form()
          .getByRole('button', { name: /^Reject/ })
          .isEnabled(),
      )
      .toBe(true);
    await page.keyboard.press('Enter');
    await row('XD.S004').getByRole('img', { name: 'Rejected' }).waitFor();
    expect(decisions).toMatchObject([{ station: 'XD.S004', verdict: 'rejected', note: 'jerky and late' }]);
  });

  it('tell once the pair is read that it cannot be decided so', async () => {
    const release = await hold('pairDetail');
    await row('XD.S004').click();
    await page.keyboard.press('r');
    await page.keyboard.type('jerk');
    release();
    await form().getByText('The pair is rejected already').waitFor();
    await page.keyboard.press('Enter');
    expect(await note().inputValue()).toBe('jerk');
    expect(decisions).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => note().count()).toBe(0);
    await title('XD.S004').waitFor();
  });

  it('begin an edit once the pair is read, and none on another one', async () => {
    let release = await hold('pairDetail');
    await row('XD.S003').click();
    await page.keyboard.press('e');
    await awaited().waitFor();
    await page.keyboard.press('ArrowRight');
    await title('XD.S003').waitFor();
    release();
    await expect.poll(focused).toMatch(/^Window 1 of/);
    await page.keyboard.press('Escape');
    await expect.poll(() => bar().count()).toBe(0);

    await reload();
    release = await hold('pairDetail');
    await row('XD.S002').click();
    await page.keyboard.press('e');
    await awaited().waitFor();
    await page.keyboard.press('j');
    await title('XD.S003').waitFor();
    await expect.poll(() => awaited().count()).toBe(0);
    release();
    await pane().getByRole('button', { name: 'Edit windows' }).waitFor();
    await expect.poll(() => pane().locator('[aria-busy=true]').count()).toBe(0);
    expect(await bar().count()).toBe(0);
  });

  it('never complained on the console', () => {
    expect(complaints).toEqual([]);
  });
}
