import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { NO_BROWSER, skipBrowser } from '../support/browser';
import { usePairDesk } from '../support/pairDesk';

describe('what is begun on a pair by hand', () => {
  it.skipIf(!skipBrowser)('runs here', (context) => context.skip(NO_BROWSER));
  describe.skipIf(skipBrowser)('for a user', begun);
});

interface Stored {
  windows: Record<string, { left: number; right: number }[]>;
}

const firstIn = (windows: Stored['windows']) => Object.entries(windows).find(([, each]) => each.length > 0)!;

function begun(): void {
  const desk = usePairDesk(3);
  const pane = () => desk.pane();
  const save = () => desk.tool(/^Save as /);
  let page: Page;

  const told = (text: string | RegExp) => page.locator('[role=alert], [role=status]').getByText(text);

  beforeEach(async () => {
    ({ page } = desk);
    await desk.anew();
  });

  /** Changes the draft of the one pair that has any, as another page or a later version could have left it. */
  async function rewriteDraft(change: (stored: Stored) => Stored): Promise<void> {
    const draft = () =>
      page.evaluate(() => Object.entries(localStorage).find(([key]) => key.startsWith('atoa-drafts ')));
    await expect.poll(draft).toBeDefined();
    const [key, text] = (await draft())!;
    const drafts = Object.entries(JSON.parse(text as string) as Record<string, Stored>);
    const changed = JSON.stringify(Object.fromEntries(drafts.map(([pair, stored]) => [pair, change(stored)])));
    await page.evaluate(([name, value]) => localStorage.setItem(name!, value!), [key, changed]);
    await page.reload();
    await desk.toRun();
  }

  /** Moves an edge of the first window of a pair by keys. */
  async function edit(station: string): Promise<void> {
    await desk.open(station);
    await page.keyboard.press('e');
    await expect.poll(() => page.evaluate(() => document.activeElement?.ariaLabel)).toMatch(/^Window 1 of/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+ArrowRight');
    await pane().getByText('Not saved').waitFor();
  }

  it('keeps its note: after Escape, on another pair, and when the page is loaded again', async () => {
    await desk.open('XD.S001');
    await page.keyboard.press('r');
    await page.keyboard.type('clipped on Z');
    await page.keyboard.press('Escape');
    await told(/note on .*XD\.S001 is kept: it is there again when you reject the pair/).waitFor();
    await page.keyboard.press('a');
    expect(await desk.note().inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await page.keyboard.press('r');
    expect(await desk.note().inputValue()).toBe('clipped on Z');
    await page.keyboard.type(', and late');
    await desk.open('XD.S002');
    await page.keyboard.press('r');
    expect(await desk.note().inputValue()).toBe('');
    await page.reload();
    await desk.toRun();
    await desk.open('XD.S001');
    await page.keyboard.press('r');
    expect(await desk.note().inputValue()).toBe('clipped on Z, and late');
  });

  it('keeps its note until the decision is kept, and R once more leads back to it', async () => {
    await desk.open('XD.S001');
    await page.keyboard.press('r');
    await page.keyboard.type('clipped on Z, and late');
    await pane().getByRole('tab', { name: 'Waveforms' }).focus();
    await page.keyboard.press('r');
    await expect.poll(() => desk.note().evaluate((input) => document.activeElement === input)).toBe(true);
    await page.keyboard.press('Enter');
    await pane().getByText('clipped on Z, and late').waitFor();
    expect(await desk.note().count()).toBe(0);
    await desk.row('XD.S001').getByRole('img', { name: 'Rejected' }).waitFor();
    await pane().getByRole('button', { name: 'Withdraw' }).waitFor();
    await pane().locator('[aria-busy=false]').waitFor();
    await page.keyboard.press('r');
    await told('The pair is rejected already: Withdraw (W) takes it back').waitFor();
    expect(await desk.note().count()).toBe(0);
    await page.keyboard.press('w');
    expect(await desk.note().inputValue()).toBe('');
    await page.keyboard.press('Enter');
    await desk.row('XD.S001').getByText('Done').waitFor();
    await expect.poll(() => pane().getByText('clipped on Z, and late').count()).toBe(0);
    await page.keyboard.press('r');
    expect(await desk.note().inputValue()).toBe('');
    await page.keyboard.press('Escape');
  });

  it('keeps the note of an edit that is left', async () => {
    await desk.open('XD.S002');
    await page.keyboard.press('e');
    await desk.note().fill('look again');
    await desk.note().press('Enter');
    await told('No window has changed: there is nothing to save').waitFor();
    await desk.tool('Done').click();
    await told(/note on .*XD\.S002 is kept: it is there again when you edit its windows/).waitFor();
    await page.keyboard.press('e');
    expect(await desk.note().inputValue()).toBe('look again');
    await desk.note().fill('');
    await page.keyboard.press('Escape');
  });

  it('says what keys cannot do now', async () => {
    await desk.open('XD.S003');
    await page.keyboard.press('j');
    await told('This is the last pair of the list').waitFor();
    await page.keyboard.press('Control+z');
    await told('There is nothing to undo').waitFor();
    await page.keyboard.press('n');
    await told('Windows are not being edited: press E to begin').waitFor();
    await page.keyboard.press('0');
    await told('The whole trace is in sight: zoom in first (+)').waitFor();
    await page.keyboard.press('w');
    await told('Nobody has decided on this pair by hand: there is nothing to withdraw').waitFor();
    await page.keyboard.press('e');
    await desk.bar().waitFor();
    await page.keyboard.press('r');
    await told('Windows are being edited: leave the editing first (Esc)').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(() => pane().count()).toBe(0);
    await page.keyboard.press('a');
    await told('No pair is open: choose one in the table, and Enter opens it').waitFor();
  });

  it('keeps the focus in the line of its note, whatever wanted it before', async () => {
    await desk.open('XD.S002');
    await page.keyboard.press('r');
    const late = await page.evaluateHandle(() => {
      const held: FrameRequestCallback[] = [];
      window.requestAnimationFrame = (draw) => held.push(draw);
      return held;
    });
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await late.evaluate((held) => held.splice(0).forEach((draw) => draw(performance.now())));
    await page.keyboard.type('late');
    expect(await desk.note().inputValue()).toBe('late');
  });

  it('is left by two Escapes that come between two frames', async () => {
    await desk.open('XD.S002');
    await page.keyboard.press('e');
    await expect.poll(() => page.evaluate(() => document.activeElement?.ariaLabel)).toMatch(/^Window 1 of/);
    await page.evaluate(async () => {
      for (let times = 0; times < 2; times++) {
        const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
        document.activeElement!.dispatchEvent(key);
        await Promise.resolve();
      }
    });
    await expect.poll(() => pane().count()).toBe(0);
  });

  it('cannot be saved while windows overlap', async () => {
    await edit('XD.S001');
    await rewriteDraft(({ windows }) => {
      const [component, [first]] = firstIn(windows);
      const second = { left: (first!.left + first!.right) / 2, right: first!.right + 5 };
      return { windows: { ...windows, [component]: [first!, second] } };
    });
    await desk.open('XD.S001');
    await desk
      .bar()
      .getByText(/Two windows on \w overlap from /)
      .waitFor();
    expect(await save().isDisabled()).toBe(true);
    expect(await save().getAttribute('title')).toMatch(/^Two windows on \w overlap/);
    await page.keyboard.press('Control+s');
    await expect.poll(() => told(/Two windows on \w overlap from /).count()).toBe(2);
    await page.keyboard.press('Control+z');
    await expect
      .poll(() =>
        desk
          .bar()
          .getByText(/overlap/)
          .count(),
      )
      .toBe(0);
    await desk.tool('Done').click();
  });

  it('cannot be saved where the engine refuses the windows', async () => {
    await edit('XD.S002');
    await rewriteDraft(({ windows }) => {
      const [component] = firstIn(windows);
      return { windows: { ...windows, [component]: [{ left: -1e6, right: -1e6 + 50 }] } };
    });
    await desk.open('XD.S002');
    await expect.poll(() => save().isDisabled()).toBe(true);
    const problem = (await save().getAttribute('title'))!;
    expect(problem).toMatch(/window/);
    await desk.bar().getByRole('status').getByText(problem).waitFor();
    await desk.tool('Discard').click();
  });

  it('is not begun on what is still shown of another pair, which is marked as such', async () => {
    const release = await desk.hold('pairDetail', 'XD.S003');
    await desk.open('XD.S001');
    const about = pane().getByTitle(/^Distance: /);
    const mark = pane().getByText(/Reading XD\.S003 … What is shown still is \w+ · XD\.S001\.$/);
    const opacity = () => about.evaluate((element) => getComputedStyle(element.closest('[class*=about]')!).opacity);
    const before = await about.getAttribute('title');
    await desk.row('XD.S003').click();
    await mark.waitFor();
    expect(await about.getAttribute('title')).toBe(before);
    await expect.poll(opacity).toBe('0.4');
    release();
    await expect.poll(() => mark.count()).toBe(0);
    await expect.poll(opacity).toBe('1');
    expect(await about.getAttribute('title')).not.toBe(before);
  });

  it('never complained on the console', () => {
    expect(desk.complaints).toEqual([]);
  });
}
