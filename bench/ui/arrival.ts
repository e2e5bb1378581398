import type { CDPSession, Page } from 'playwright-core';
import { fakeProject, projectOpened, runButton, scroll, withFakeEngine, zoomAndMove } from './page';
import { Phases, type Phase } from './phases';

/** The Run area while results come, 2,000 a second, and when all are there.
 *  @param root folder of the built renderer */
export function benchArrival(root: string, short: boolean): Promise<Phase[]> {
  const size = { root, events: 100, stations: short ? 100 : 1000 };
  return withFakeEngine(size, (page, cdp) => arrival(page, cdp, short ? 1.5 : 10));
}

async function arrival(page: Page, cdp: CDPSession, seconds: number): Promise<Phase[]> {
  const phases = new Phases(page, cdp);
  const idle = () => page.waitForTimeout(seconds * 1000);
  const tab = (name: RegExp) => page.getByRole('tab', { name }).click();

  await phases.measure('open the project', async () => {
    await fakeProject(page).click();
    await projectOpened(page);
  });
  await phases.measure('arrival, table', async () => {
    await runButton(page).click();
    await idle();
  });
  await phases.measure('arrival, table sorted and scrolled', async () => {
    await page.getByRole('button', { name: 'Misfit', exact: true }).click();
    await scroll(page, seconds);
  });
  await tab(/Matrix/);
  await phases.measure('arrival, matrix', idle);
  await phases.measure('arrival, matrix zoomed and moved', () => zoomAndMove(page, seconds));
  await tab(/Failures/);
  await phases.measure('arrival, failures', idle);
  await page.getByText('Done', { exact: true }).first().waitFor({ timeout: 300_000 });

  await tab(/Table/);
  await phases.measure('all there: sort', async () => {
    for (const name of ['Station', 'Windows', 'Event', 'Reason']) {
      await page.getByRole('button', { name, exact: true }).click();
      await page.waitForTimeout(700);
    }
  });
  await phases.measure('all there: filter', async () => {
    const box = page.getByRole('textbox', { name: 'Filter by event, station or reason' });
    await box.pressSequentially('NZ response', { delay: 60 });
    await page.waitForTimeout(800);
    await box.fill('');
  });
  await phases.measure('all there: scroll', () => scroll(page, seconds / 2));
  await tab(/Matrix/);
  await phases.measure('all there: matrix, all measures', async () => {
    for (const measure of ['Status', 'Windows', 'Time', 'Misfit']) {
      await page.getByRole('radiogroup', { name: 'Colour by' }).getByText(measure, { exact: true }).click();
      await page.waitForTimeout(500);
    }
  });
  await phases.measure('all there: matrix zoomed and moved', () => zoomAndMove(page, seconds / 2), true);
  return phases.list;
}
