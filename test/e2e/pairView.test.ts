import type { Page, Request } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { NO_BROWSER, skipBrowser } from '../support/browser';
import { usePairDesk } from '../support/pairDesk';

describe('the view of a pair', () => {
  it.skipIf(!skipBrowser)('runs here', (context) => context.skip(NO_BROWSER));
  describe.skipIf(skipBrowser)('for a user', inspecting);
});

function inspecting(): void {
  const desk = usePairDesk(4);
  const pane = () => desk.pane();
  let page: Page;

  beforeEach(async () => {
    ({ page } = desk);
    await desk.anew();
  });

  async function command(words: string): Promise<void> {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: /^Go to or do/ }).fill(words);
    await page.keyboard.press('Enter');
  }

  it('lists all decisions on a pair, and takes the windows of an earlier one', async () => {
    await desk.open('XD.S001');
    await page.keyboard.press('i');
    await page.keyboard.press('e');
    await desk.bar().waitFor();
    await pane()
      .getByRole('button', { name: /^Window 1 of .* on Z/ })
      .focus();
    await page.keyboard.press('Shift+ArrowRight');
    await desk.note().fill('out of phase');
    await desk.note().press('Enter');
    await pane().getByText('out of phase').first().waitFor();
    await expect.poll(() => desk.bar().count()).toBe(0);
    await page.keyboard.press('r');
    await page.keyboard.type('seen twice');
    await page.keyboard.press('Enter');
    await desk.row('XD.S001').getByText('No windows').waitFor();
    const entry = pane().getByRole('region', { name: 'Decisions by hand' }).getByRole('listitem');
    await expect.poll(() => entry.count()).toBe(2);
    expect(await entry.first().innerText()).toMatch(/Rejected[^]*holds[^]*no windows[^]*seen twice/);
    expect(await entry.last().innerText()).toMatch(/Windows by hand[^]*windows? on Z[^]*out of phase/);
    await entry.last().getByRole('button', { name: 'Show its windows' }).click();
    await pane()
      .getByText(/^Windows by \S+, 20/)
      .waitFor();
    await entry.last().getByRole('button', { name: 'Take these windows' }).click();
    await expect.poll(() => desk.windows('Z').count()).toBeGreaterThan(0);
    await pane().getByText('Not saved').waitFor();
    await desk.tool('Undo').click();
    await expect.poll(() => desk.windows('Z').count()).toBe(0);
    await desk.tool('Done').click();
    await pane().getByRole('button', { name: 'Withdraw' }).click();
    await desk.note().press('Enter');
    await desk.row('XD.S001').getByText('Done').waitFor();
    await expect.poll(() => entry.count()).toBe(3);
  });

  it('divides its room as somebody likes it, and remembers that', async () => {
    await desk.open('XD.S003');
    await page.keyboard.press('i');
    const divider = pane().getByRole('separator');
    const before = Number(await divider.getAttribute('aria-valuenow'));
    await divider.focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowLeft');
    const after = Number(await divider.getAttribute('aria-valuenow'));
    expect(after).toBeLessThan(before);
    await page.reload();
    await desk.toRun();
    await desk.open('XD.S003');
    expect(Number(await divider.getAttribute('aria-valuenow'))).toBe(after);
    await page.keyboard.press('i');
    expect(await divider.count()).toBe(0);
  });

  it('reads the cursor, and zooms and pans all components in step by keys', async () => {
    await desk.open('XD.S003');
    const box = (await desk.plot('N').boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + 20);
    const readout = pane().locator('[data-cursor]');
    await expect.poll(() => readout.allInnerTexts()).toHaveLength(3);
    const [first, ...others] = (await readout.allInnerTexts()).map((text) => text.split(' s')[0]);
    expect(Number(first)).toBeGreaterThan(0);
    expect(others).toEqual([first, first]);
    expect(await readout.first().innerText()).toMatch(/^[\d.]+ s {2}obs \S+ {2}syn \S+$/);
    const whole = pane().getByRole('button', { name: 'Whole trace' });
    expect(await whole.isDisabled()).toBe(true);
    await page.keyboard.press('+');
    expect(await whole.isEnabled()).toBe(true);
    const time = async () => Number((await readout.first().innerText()).split(' s')[0]);
    await page.mouse.move(box.x + box.width / 2 + 1, box.y + 20);
    const before = await time();
    await page.keyboard.press('Shift+ArrowRight');
    await page.mouse.move(box.x + box.width / 2, box.y + 20);
    expect(await time()).toBeGreaterThan(before + 1);
    await page.keyboard.press('0');
    expect(await whole.isDisabled()).toBe(true);
  });

  it('has menus for windows and components, by pointer and by key', async () => {
    await desk.open('XD.S003');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    const dots = pane().getByRole('button', { name: 'Menu of component Z' });
    await dots.focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Copy the component as CSV' }).press('Enter');
    await expect.poll(clipboard).toMatch(/^time_s,observed,synthetic,adjoint_source\n-?[\d.]+,/);

    await pane()
      .getByRole('tab', { name: /^Windows/ })
      .click();
    const first = pane().getByRole('row').nth(1);
    await first.focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Copy the values of the window' }).press('Enter');
    await expect.poll(clipboard).toMatch(/^component\tstart_s\tend_s\tcc\tdt_s\tdlnA\tmisfit\n[ENZ]\t/);
    await first.focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Delete the window' }).press('Enter');
    await pane().getByRole('tab', { name: 'Waveforms' }).click();
    await pane().getByText('Not saved').waitFor();
    await desk.tool('Discard').click();
  });

  it('has menus that take the keys that follow at once', async () => {
    await desk.open('XD.S003');
    await pane()
      .getByRole('tab', { name: /^Windows/ })
      .click();
    const first = pane().getByRole('row').nth(1);
    await first.focus();
    // A busy machine has keys before a frame is drawn or a timer goes off.
    const late = await page.evaluateHandle(() => {
      const held: (() => void)[] = [];
      const hold = (task: TimerHandler | FrameRequestCallback) => held.push(task as () => void);
      Object.assign(window, { setTimeout: hold, requestAnimationFrame: hold });
      return held;
    });
    for (const key of ['Shift+F10', 'ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
    await late.evaluate((held) => held.splice(0).forEach((task) => task()));
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Copy the values of the window');
    await page.keyboard.press('Escape');
    await expect.poll(() => first.evaluate((row) => row === document.activeElement)).toBe(true);
  });

  it('tells where the browser lets nothing be copied', async () => {
    await desk.open('XD.S003');
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('not focused', 'NotAllowedError'));
    });
    await pane().getByRole('button', { name: 'Menu of component Z' }).click();
    await page.getByRole('menuitem', { name: 'Copy the component as CSV' }).click();
    await page.getByRole('alert').getByText('Nothing was copied').waitFor();
    expect(await page.getByText('are on the clipboard').count()).toBe(0);
  });

  it('is found in Run, in Results and on the map', async () => {
    await desk.open('XD.S003');
    await pane().getByRole('button', { name: 'Menu of component Z' }).click();
    await page.getByRole('menuitem', { name: 'Show in Results' }).click();
    await page.getByRole('heading', { name: 'XD.S003' }).waitFor();
    await page
      .getByText(/^1 pair/)
      .first()
      .waitFor();
    await command('pair in run');
    await page.getByRole('grid', { name: 'Pairs' }).waitFor();
    await pane().getByRole('heading', { name: 'XD.S003' }).waitFor();
    await command('pair on the map');
    await page
      .getByRole('row', { name: /XD\.S003/ })
      .first()
      .waitFor();
    await desk.toRun();
    await page.keyboard.press('l');
    await pane().getByText(/INFO/).first().waitFor();
    await pane().getByRole('tab', { name: 'Waveforms' }).click();
  });

  it('has the next pair ready before it is asked for', async () => {
    await page.reload();
    await desk.toRun();
    const [asked, told]: [string[], string[]] = [[], []];
    const note = (list: string[]) => (request: Request) => {
      if (request.url().endsWith('/pairDetail')) list.push((request.postDataJSON() as { station: string }).station);
    };
    page.on('request', note(asked));
    page.on('requestfinished', note(told));
    await desk.open('XD.S002');
    await expect.poll(() => told).toContain('XD.S003');
    const before = asked.filter((station) => station === 'XD.S003').length;
    await page.keyboard.press('j');
    await pane().getByRole('heading', { name: 'XD.S003' }).waitFor();
    await expect.poll(() => pane().locator('[aria-busy=true]').count()).toBe(0);
    await expect.poll(() => asked).toContain('XD.S004');
    expect(asked.filter((station) => station === 'XD.S003')).toHaveLength(before);
  });

  it('has a decision reach another page, though no run has gone in this server', async () => {
    const opened = page.context().waitForEvent('page');
    // A tab that this one opens has its token.
    await page.evaluate(() => void window.open(window.location.href));
    const other = await opened;
    await other.getByRole('navigation', { name: 'Areas' }).getByRole('button', { name: 'Run', exact: true }).click();
    const there = other.getByRole('grid', { name: 'Pairs' }).getByRole('row', { name: 'XD.S004' });
    await there.waitFor();
    await page.bringToFront();
    await desk.open('XD.S004');
    await page.keyboard.press('r');
    await desk.note().press('Enter');
    await there.getByRole('img', { name: /reject/i }).waitFor();
    await other.close();
  });

  it('asks before the page goes with parameters that are not saved', async () => {
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.reload();
    expect(asked).toEqual([]);
    await page.getByRole('navigation', { name: 'Areas' }).getByRole('button', { name: 'Configure' }).click();
    await page.getByRole('textbox', { name: 'Least correlation', exact: true }).fill('0.83');
    await page.reload();
    expect(asked).toEqual(['beforeunload']);
  });

  it('never complained on the console', () => {
    expect(desk.complaints).toEqual([]);
  });
}
