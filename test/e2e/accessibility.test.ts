import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, skipBrowser } from '../support/browser';
import { openInBrowser, type OpenedFace } from '../support/faces';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SCHEMES = ['light', 'dark'] as const;

describe('accessibility', () => {
  it.skipIf(!skipBrowser)('is tested here', (context) => context.skip(NO_BROWSER));
  describe.skipIf(skipBrowser)('of the workbench', everyPage);
});

/** Every page and state by the rules of axe-core, in both themes. */
function everyPage(): void {
  let home: string;
  let face: OpenedFace;
  let page: Page;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'atoa-accessibility-'));
    face = await openInBrowser(home);
    ({ page } = face);
    // As a string the source runs outside of the page's own policy, which allows no scripts from elsewhere.
    await page.context().addInitScript({ content: AXE });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.reload();
    // Colours on their way from one theme to the other are nobody's to read.
    await page.addStyleTag({
      content: '*, ::before, ::after { transition: none !important; animation: none !important }',
    });
  });

  afterAll(async () => {
    await face?.close();
    await rm(home, { recursive: true, force: true });
  });

  /** Serious and critical findings of the page as it is, in both themes. */
  async function findings(): Promise<string[]> {
    const all: string[] = [];
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor({ state: 'attached' });
      const { violations } = await page.evaluate(async () => {
        // Two frames: one in which the page takes the theme, one in which it is drawn by it.
        for (let i = 0; i < 2; i++) await new Promise((drawn) => window.requestAnimationFrame(drawn));
        const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
        // Describing what holds takes a third of the time, and nobody reads it.
        return axe.run({ resultTypes: ['violations'] });
      });
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      for (const { id, help, nodes } of grave) {
        const places = nodes.slice(0, 4).map(({ html, failureSummary }) => `${html.slice(0, 200)} – ${failureSummary}`);
        all.push(`${colorScheme}: ${id}: ${help}\n  ${places.join('\n  ')}`);
      }
    }
    return all;
  }

  const rail = () => page.getByRole('navigation', { name: 'Areas' }).getByRole('button');

  it('holds on the welcome page, and with the list of folders', async () => {
    await page.getByRole('heading', { name: 'Atoa' }).waitFor();
    expect(await findings()).toEqual([]);
    await page.keyboard.press('Control+o');
    await page.getByRole('form', { name: 'Open a project folder' }).waitFor();
    expect(await findings()).toEqual([]);
    await page.getByRole('button', { name: 'Cancel' }).click();
  });

  it('holds in every area of a project that was not run', async () => {
    await page.getByRole('button', { name: 'Open the demo project' }).click();
    await page.getByRole('button', { name: 'Run 200 pairs' }).waitFor({ timeout: 120_000 });
    expect(await inEveryArea()).toEqual([]);
  });

  it('holds while a run goes', async () => {
    await page.keyboard.press('Control+Enter');
    await page.getByRole('grid', { name: 'Pairs' }).getByRole('row').nth(3).waitFor({ timeout: 60_000 });
    expect(await findings()).toEqual([]);
    await page.getByText('200 / 200', { exact: true }).waitFor({ timeout: 170_000 });
  });

  it('holds in every area with results', async () => {
    expect(await inEveryArea()).toEqual([]);
  });

  it('holds with a pair open, in each of its tabs', async () => {
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByRole('grid', { name: 'Pairs' }).getByRole('row').nth(1).click();
    const pane = page.getByRole('region', { name: 'Pair', exact: true });
    await pane.getByRole('img', { name: /^Component Z/ }).waitFor();
    const found: string[] = [];
    for (const tab of await pane.getByRole('tab').all()) {
      await tab.click();
      found.push(...(await findings()).map((finding) => `${finding} in a tab of the pair`));
    }
    expect(found).toEqual([]);
  });

  it('holds with the palette, a context menu, and each pane at the side', async () => {
    const found: string[] = [];
    await page.keyboard.press('Control+k');
    await page.getByRole('listbox', { name: 'Commands and places' }).waitFor();
    found.push(...(await findings()));
    await page.keyboard.type('XD.S00 C2015');
    found.push(...(await findings()));
    await page.keyboard.press('Escape');
    await page.getByRole('grid', { name: 'Pairs' }).getByRole('row').nth(2).click({ button: 'right' });
    await page.getByRole('menu', { name: /^Menu of/ }).waitFor();
    found.push(...(await findings()));
    await page.keyboard.press('Escape');
    for (const pane of ['Preferences', 'Keyboard shortcuts', 'About Atoa']) {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(pane);
      await page.keyboard.press('Enter');
      await page.getByRole('complementary', { name: pane }).waitFor();
      found.push(...(await findings()));
    }
    await page.keyboard.press('Escape');
    expect(found).toEqual([]);
  });

  it('has nothing out of reach at 200 % in a window of 1280 x 800', async () => {
    await page.setViewportSize({ width: 640, height: 400 });
    const outside: string[] = [];
    expect(await rail().count()).toBeGreaterThan(4);
    for (const button of await rail().all()) {
      await button.click();
      outside.push(...(await outOfReach()));
    }
    expect(outside).toEqual([]);
  });

  /** Controls that lie outside of the window, and of whatever can be scrolled. */
  function outOfReach(): Promise<string[]> {
    return page.evaluate(async () => {
      const found: string[] = [];
      const controls = document.querySelectorAll<HTMLElement>('main button, main input, header button, nav button');
      for (const control of controls) {
        if (!control.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
        control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        const { left, right, top, bottom } = control.getBoundingClientRect();
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        const isInside = x >= 0 && y >= 0 && x <= window.innerWidth && y <= window.innerHeight;
        if (!isInside) found.push(`${control.getAttribute('aria-label') ?? control.textContent} at ${x}, ${y}`);
      }
      return found;
    });
  }

  async function inEveryArea(): Promise<string[]> {
    const found: string[] = [];
    expect(await rail().count()).toBeGreaterThan(4);
    for (const button of await rail().all()) {
      await button.click();
      const name = await button.innerText();
      found.push(...(await findings()).map((finding) => `${name}, ${finding}`));
      const views = page.getByRole('main').getByRole('tab');
      for (let i = 1; i < (await views.count()); i++) {
        await views.nth(i).click();
        found.push(...(await findings()).map((finding) => `${name}, view ${i}, ${finding}`));
      }
      if ((await views.count()) > 1) await views.first().click();
    }
    return found;
  }
}
