import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, skipBrowser } from '../support/browser';
import { openInBrowser, type OpenedFace } from '../support/faces';

describe('without a mouse', () => {
  it.skipIf(!skipBrowser)('is tested here', (context) => context.skip(NO_BROWSER));
  describe.skipIf(skipBrowser)('a user', byKeysAlone);
});

function byKeysAlone(): void {
  let home: string;
  let face: OpenedFace;
  let page: Page;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'atoa-keyboard-'));
    face = await openInBrowser(home);
    ({ page } = face);
  });

  afterAll(async () => {
    await face?.close();
    await rm(home, { recursive: true, force: true });
  });

  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focused = () =>
    page.evaluate(() => {
      const { activeElement: element } = document;
      return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });

  /** Goes on by Tab until the focus is where it should be; a ring must show it there.
   *  @throws where it is not reached by 80 steps */
  async function tabTo(name: string | RegExp): Promise<void> {
    const wanted = (text: string) => (typeof name === 'string' ? text === name : name.test(text));
    for (let steps = 0; steps < 80; steps++) {
      if (wanted((await focused()).trim())) {
        const shows = await page.evaluate(() => document.activeElement?.matches(':focus-visible') ?? false);
        expect([name, shows]).toEqual([name, true]);
        return;
      }
      await press('Tab');
    }
    throw new Error(`${name} is not reached by Tab; the focus is on "${await focused()}"`);
  }

  /** Does a command by some letters of its name. */
  async function command(text: string): Promise<void> {
    await press('Control+k');
    await page.getByRole('combobox', { name: 'Go to or do …' }).waitFor();
    await page.keyboard.type(text);
    await press('Enter');
    await page.getByRole('combobox', { name: 'Go to or do …' }).waitFor({ state: 'detached' });
  }

  it('opens the demo', async () => {
    await page.getByRole('heading', { name: 'Atoa' }).waitFor();
    await page.getByRole('button', { name: 'Open the demo project', disabled: false }).waitFor();
    await tabTo('Open the demo project');
    await press('Enter');
    await page.getByRole('button', { name: 'Run 200 pairs' }).waitFor({ timeout: 120_000 });
  });

  it('selects one event and three stations in the lists, and takes a change back', async () => {
    await tabTo('Select none of the events');
    await press('Enter');
    await tabTo('Events');
    await press('Home', 'Space');
    await tabTo('Select none of the stations');
    await press('Enter');
    await tabTo('Stations');
    await press('Home', 'Space');
    await page.getByRole('button', { name: 'Run 1 pair', exact: true }).waitFor();
    await press('ArrowDown', 'Space', 'ArrowDown', 'Space');
    await page.getByRole('button', { name: 'Run 3 pairs' }).waitFor();
    await page.waitForTimeout(600);
    await press('Space');
    await page.getByRole('button', { name: 'Run 2 pairs' }).waitFor();
    await press('Control+z');
    await page.getByRole('button', { name: 'Run 3 pairs' }).waitFor();
  });

  it('goes to a parameter, changes it, and saves', async () => {
    await command('longest period');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('field-max_period');
    await press('Control+a');
    await page.keyboard.type('55');
    await press('Control+s');
    await page.getByText('Saved atoa.yaml').waitFor();
  });

  it('runs, and opens the pairs one after the other', async () => {
    await press('Control+Enter');
    await page.getByText('3 / 3', { exact: true }).waitFor({ timeout: 120_000 });
    await page.getByRole('grid', { name: 'Pairs' }).getByRole('row').nth(3).waitFor();
    await tabTo('Pairs');
    await press('Home', 'Enter');
    const pane = page.getByRole('region', { name: 'Pair', exact: true });
    await pane.getByText('1 / 3', { exact: true }).waitFor();
    await press('j');
    await pane.getByText('2 / 3', { exact: true }).waitFor();
    await press('ArrowDown', 'Shift+F10');
    await page.getByRole('menu', { name: /^Menu of/ }).waitFor();
    await expect.poll(focused).toBe('Open the pair');
    await press('Escape');
    await expect.poll(focused).toBe('Pairs');
  });

  it('finds the list of all keys, and comes back from it to where it was', async () => {
    await press('Control+/');
    await page.getByRole('complementary', { name: 'Keyboard shortcuts' }).waitFor();
    await expect.poll(focused).toBe('Keyboard shortcuts');
    await press('Escape');
    await expect.poll(focused).toBe('Pairs');
  });

  it('exports the misfits', async () => {
    const text = await face.saved(() => command('export misfits csv'));
    expect(text.trim().split('\n')).toHaveLength(4);
    const [, first] = text.split('\n');
    const [project] = await readdir(join(home, 'atoa-demo'));
    const yaml = await readFile(join(home, 'atoa-demo', project!, 'atoa.yaml'), 'utf8');
    expect(yaml).toContain('max_period: 55');
    expect(first).toMatch(/^C2015/);
  });
}
