import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, skipBrowser } from '../support/browser';
import { atoa } from '../support/cli';
import { openInBrowser, type OpenedFace } from '../support/faces';

describe('commands and preferences', () => {
  it.skipIf(!skipBrowser)('run here', (context) => context.skip(NO_BROWSER));
  describe.skipIf(skipBrowser)('for a user', commanding);
});

function commanding(): void {
  let home: string;
  let face: OpenedFace;
  let page: Page;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'atoa-commands-'));
    const demo = join(home, 'demo');
    expect((await atoa(['demo', demo, '--events', '2', '--stations', '3'], home)).code).toBe(0);
    face = await openInBrowser(home, demo);
    ({ page } = face);
    await page.getByRole('button', { name: 'Run 6 pairs' }).waitFor();
  });
  afterAll(async () => {
    await face?.close();
    await rm(home, { recursive: true, force: true });
  });

  const command = async (words: string, option: RegExp) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Go to or do …' }).fill(words);
    await page
      .getByRole('listbox', { name: 'Commands and places' })
      .getByRole('option', { name: option })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
  };

  it('checks the folder again, by the palette', async () => {
    await command('check again', /^Check the Folder Again/);
    await page.getByText('Checked: everything is as it was read.').waitFor();
  });

  it('keeps a selection and restores it, by the palette', async () => {
    await command('saved selections', /^Saved Selections/);
    await page.getByRole('textbox', { name: 'Name of the selection' }).fill('two by three');
    await page.keyboard.press('Enter');
    await page.getByText('Saved the selection two by three').waitFor();
    await page.keyboard.press('Escape');
    await command('select no event', /^Select No Event/);
    await page.getByRole('button', { name: 'Run 0 pairs' }).waitFor();
    await command('restore two', /^Restore two by three/);
    await page.getByRole('button', { name: 'Run 6 pairs' }).waitFor();
  });

  it('has the field of the palette ready when its keys are pressed, and gives the focus back', async () => {
    const tab = page.getByRole('navigation', { name: 'Areas' }).getByRole('button', { name: 'Select' });
    await tab.focus();
    const role = await page.evaluate(() => {
      const init = { key: 'k', code: 'KeyK', ctrlKey: true, bubbles: true, cancelable: true };
      document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', init));
      return document.activeElement!.getAttribute('role');
    });
    expect(role).toBe('combobox');
    await page.keyboard.press('Escape');
    expect(await tab.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('shows commands that cannot be used now, last and with the reason, and does nothing by them', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Go to or do …' }).fill('cancel run');
    const option = page.getByRole('option', { name: /^Cancel.*not here, or not now/ });
    expect(await option.getAttribute('aria-disabled')).toBe('true');
    await option.click({ force: true });
    expect(await option.count()).toBe(1);
    await page.keyboard.press('Escape');
  });

  it('leaves the focus to the palette that was opened before a command would take it', async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/api/parametersFile', (route) => held.then(() => route.continue()), { times: 1 });
    await command('maggi japan 6', /^Begin with .*Japan/i);
    await page.keyboard.press('Control+k');
    const words = page.getByRole('combobox', { name: 'Go to or do …' });
    await words.fill('revert');
    letGo();
    await page.locator('[id="field-pyflex_preset"]').waitFor();
    await page.evaluate(() => new Promise((done) => setTimeout(done, 250)));
    expect(await words.evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await command('revert', /^Revert Parameters/);
    await page.getByText('Unsaved changes', { exact: true }).waitFor({ state: 'detached' });
  });

  it('begins with a preset, which is not saved by that', async () => {
    await command('maggi japan 6', /^Begin with .*Japan/i);
    await page.getByText('Unsaved changes', { exact: true }).waitFor();
    expect(await page.getByRole('textbox', { name: 'atoa.yaml as text' }).inputValue()).toMatch(
      /pyflex_preset: maggi2009_japan/,
    );
    await command('revert', /^Revert Parameters/);
    await page.getByText('Unsaved changes', { exact: true }).waitFor({ state: 'detached' });
  });

  it('has one switch for the message at the end of a run, in two places, and asks the browser', async () => {
    // The browser without a window refuses what it would ask a user.
    const bell = page.getByRole('button', { name: 'Tell me when the run ends' });
    expect(await page.evaluate(() => Notification.permission)).not.toBe('granted');
    expect(await bell.getAttribute('aria-pressed')).toBe('false');
    await bell.click();
    await page
      .getByRole('alert')
      .getByText(/does not allow messages for this page/)
      .waitFor();

    await page.context().grantPermissions(['notifications']);
    await expect.poll(() => bell.getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('Control+,');
    const box = page.getByRole('checkbox', { name: 'Notify when a run ends' });
    expect(await box.isChecked()).toBe(true);
    await box.uncheck();
    expect(await bell.getAttribute('aria-pressed')).toBe('false');
    await command('tell me', /^Tell Me When the Run Ends/);
    await expect.poll(() => box.isChecked()).toBe(true);
  });
}
