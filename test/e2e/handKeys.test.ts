import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NO_BROWSER, skipBrowser } from '../support/browser';
import { usePairDesk } from '../support/pairDesk';

describe('keys of decisions and edits by hand', () => {
  it.skipIf(!skipBrowser)('run here', (context) => context.skip(NO_BROWSER));
  describe.skipIf(skipBrowser)('for a user', byKeys);
});

function byKeys(): void {
  const desk = usePairDesk(4);
  const pane = () => desk.pane();
  /** What was asked of the engine to be kept. */
  const decisions: Record<string, unknown>[] = [];
  let page: Page;

  beforeAll(() => {
    ({ page } = desk);
    page.on('request', (request) => {
      if (request.url().endsWith('/api/decideByHand')) decisions.push(request.postDataJSON());
    });
  });

  // A page that is loaded anew has read no pair yet.
  beforeEach(async () => {
    decisions.length = 0;
    await desk.anew();
  });

  const form = () => page.getByRole('form', { name: 'Reject the pair' });
  const awaited = () => pane().getByText('The edit begins as soon as the pair is read.');
  const focused = () => page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent);

  it('leave a decision behind with its pair', async () => {
    await desk.open('XD.S001');
    await page.keyboard.press('r');
    await page.keyboard.type('meant for the first');
    await desk.row('XD.S002').click();
    await desk.title('XD.S002').waitFor();
    await expect.poll(() => desk.note().count()).toBe(0);
    await expect.poll(() => pane().locator('[aria-busy=true]').count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('r');
    expect(await desk.note().inputValue()).toBe('');
    expect(decisions).toEqual([]);
  });

  it('keep a decision on its pair, and what is begun on the next while it is on its way', async () => {
    const release = await desk.hold('decideByHand');
    await desk.open('XD.S002');
    await desk.open('XD.S001');
    await page.keyboard.press('a');
    await page.keyboard.type('fine');
    await page.keyboard.press('Enter');
    await pane().getByRole('status').getByText('Accepting the pair …').waitFor();
    expect(await desk.note().count()).toBe(0);
    await page.keyboard.press('r');
    await page.getByText('The last decision on this pair is still being kept').waitFor();
    expect(await desk.note().count()).toBe(0);
    await page.keyboard.press('j');
    await desk.title('XD.S002').waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('clipped');
    expect(decisions).toHaveLength(1);
    release();
    await desk.row('XD.S001').getByRole('img', { name: 'Accepted' }).waitFor();
    expect(await desk.note().inputValue()).toBe('clipped');
    expect(decisions).toMatchObject([{ station: 'XD.S001', verdict: 'accepted', note: 'fine' }]);
  });

  it('give a decision back that is refused, with its note', async () => {
    const error = { code: 'conflict', message: 'Another process has a run going.', advice: null };
    await page.route('**/api/decideByHand', (route) => route.fulfill({ json: { ok: false, error } }), { times: 1 });
    await desk.open('XD.S002');
    await page.keyboard.press('r');
    await page.keyboard.type('clipped');
    await page.keyboard.press('Enter');
    await page.getByText('Another process has a run going.').waitFor();
    await expect.poll(() => desk.note().inputValue()).toBe('clipped');
    expect(await pane().getByText('Rejecting the pair …').count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    expect(await desk.note().inputValue()).toBe('');
  });

  it('go one step back by Escape: out of the decision, the edit, the whole area, the pair', async () => {
    await desk.open('XD.S003');
    await page.keyboard.press('f');
    await page.keyboard.press('r');
    await page.keyboard.press('Escape');
    await expect.poll(() => desk.note().count()).toBe(0);
    await expect.poll(focused).toBe('Edit windows');

    await page.keyboard.press('e');
    await expect.poll(focused).toMatch(/^Window 1 of/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+ArrowRight');
    await pane().getByText('Not saved').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('The windows are not saved yet: save them (Ctrl S), or discard them').waitFor();
    expect(await desk.bar().count()).toBe(1);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Escape');
    await expect.poll(() => desk.bar().count()).toBe(0);
    await expect.poll(focused).toBe('Edit windows');

    await page.keyboard.press('Escape');
    await page.getByRole('grid', { name: 'Pairs' }).waitFor();
    await desk.title('XD.S003').waitFor();
    await pane().getByRole('button', { name: 'Edit windows' }).focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => pane().count()).toBe(0);
  });

  it('step out of an edit also from the table', async () => {
    await desk.open('XD.S003');
    await page.keyboard.press('e');
    await desk.bar().waitFor();
    await page.getByRole('grid', { name: 'Pairs' }).focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => desk.bar().count()).toBe(0);
    await desk.title('XD.S003').waitFor();
  });

  it('begin an edit where it can be seen, and change nothing where it cannot', async () => {
    await desk.open('XD.S003');
    const tab = (name: RegExp | string) => pane().getByRole('tab', { name, selected: true });
    await page.keyboard.press('l');
    await tab('Log').waitFor();
    await page.keyboard.press('e');
    await tab('Waveforms').waitFor();
    await expect.poll(focused).toMatch(/^Window 1 of/);
    await pane().getByRole('tab', { name: 'Log' }).click();
    await page.keyboard.press('Delete');
    await page.keyboard.press('n');
    expect(await desk.bar().getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
  });

  it('take a note while the pair is still read, and keep it once it can be seen', async () => {
    await desk.open('XD.S001');
    const release = await desk.hold('pairDetail');
    await desk.row('XD.S004').click();
    await desk.title('XD.S004').waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('jerky and late');
    await page.keyboard.press('Enter');
    expect(await desk.note().inputValue()).toBe('jerky and late');
    expect(
      await form()
        .getByRole('button', { name: /^Reject/ })
        .isDisabled(),
    ).toBe(true);
    expect(decisions).toEqual([]);
    await desk.title('XD.S004').waitFor();
    release();
    await expect
      .poll(() =>
        form()
          .getByRole('button', { name: /^Reject/ })
          .isEnabled(),
      )
      .toBe(true);
    await page.keyboard.press('Enter');
    await desk.row('XD.S004').getByRole('img', { name: 'Rejected' }).waitFor();
    expect(decisions).toMatchObject([{ station: 'XD.S004', verdict: 'rejected', note: 'jerky and late' }]);
  });

  it('tell once the pair is read that it cannot be decided so', async () => {
    const release = await desk.hold('pairDetail');
    await desk.row('XD.S004').click();
    await page.keyboard.press('r');
    await page.keyboard.type('jerk');
    release();
    await form().getByText('The pair is rejected already').waitFor();
    await page.keyboard.press('Enter');
    expect(await desk.note().inputValue()).toBe('jerk');
    expect(decisions).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => desk.note().count()).toBe(0);
    await desk.title('XD.S004').waitFor();
  });

  it('begin an edit once the pair is read, and none on another one', async () => {
    let release = await desk.hold('pairDetail');
    await desk.row('XD.S003').click();
    await page.keyboard.press('e');
    await awaited().waitFor();
    await page.keyboard.press('ArrowRight');
    await desk.title('XD.S003').waitFor();
    release();
    await expect.poll(focused).toMatch(/^Window 1 of/);
    await page.keyboard.press('Escape');
    await expect.poll(() => desk.bar().count()).toBe(0);

    await desk.anew();
    release = await desk.hold('pairDetail');
    await desk.row('XD.S002').click();
    await page.keyboard.press('e');
    await awaited().waitFor();
    await page.keyboard.press('j');
    await desk.title('XD.S003').waitFor();
    await expect.poll(() => awaited().count()).toBe(0);
    release();
    await pane().getByRole('button', { name: 'Edit windows' }).waitFor();
    await expect.poll(() => pane().locator('[aria-busy=true]').count()).toBe(0);
    expect(await desk.bar().count()).toBe(0);
  });

  it('never complained on the console', () => {
    expect(desk.complaints).toEqual([]);
  });
}
