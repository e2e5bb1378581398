import type { CDPSession, Page } from 'playwright-core';
import { area, drag, fakeProject, projectOpened, resultsLoaded, withFakeEngine } from './page';
import { Phases, type Phase } from './phases';

/** A project whose pairs are all done is opened; then all results are looked at together.
 *  @param root folder of the built renderer */
export function benchResults(root: string, short: boolean): Promise<Phase[]> {
  const size = { root, events: 100, stations: short ? 100 : 1000, finished: true };
  return withFakeEngine(size, (page, cdp) => results(page, cdp, short ? 1 : 4));
}

async function results(page: Page, cdp: CDPSession, seconds: number): Promise<Phase[]> {
  const phases = new Phases(page, cdp);
  const wait = () => page.waitForTimeout(seconds * 1000);
  const tab = (name: string) => page.getByRole('tab', { name, exact: true });
  await phases.measure('open a project with all results', async () => {
    await fakeProject(page).click();
    await projectOpened(page);
    await resultsLoaded(page);
    await wait();
  });
  await phases.measure('open Results', async () => {
    await area(page, 'Results').click();
    await bins(page).waitFor();
    await wait();
  });
  await phases.measure('brush a histogram', async () => {
    for (const place of [0.3, 0.5, 0.6]) {
      await clickBin(page, place);
      await wait();
    }
    await page.keyboard.press('Escape');
    await wait();
  });
  await phases.measure('scatter brought to sight and brushed, table of windows sorted', async () => {
    await tab('Scatter').click();
    for (const name of [/^dt/, /^cc/, 'Event']) {
      await page.getByRole('grid', { name: 'Results of windows' }).getByRole('button', { name }).first().click();
      await wait();
    }
    await clickBin(page, 0.5);
    await wait();
  });
  await page.keyboard.press('Escape');
  await phases.measure('rays on the map', async () => {
    await tab('Map').click();
    await page.getByText('Rays', { exact: true }).click();
    for (let i = 0; i < 3; i++) await wait();
  });
  await phases.measure('map with rays dragged', async () => {
    await drag(page, seconds);
    await wait();
  });
  await phases.measure('Results, after all that', wait, true);
  return phases.list;
}

const bins = (page: Page) => page.getByRole('listbox', { name: /^Bins of/ }).first();

async function clickBin(page: Page, share: number): Promise<void> {
  const { width, height } = (await bins(page).boundingBox())!;
  await bins(page).click({ position: { x: share * width, y: height / 2 } });
}
