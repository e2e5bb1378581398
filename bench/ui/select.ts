import type { CDPSession, Page } from 'playwright-core';
import { drag, fakeProject, projectOpened, scroll, withFakeEngine, zoomAndMove } from './page';
import { Phases, type Phase } from './phases';

/** The Select area of a project of a thousand events and five thousand stations.
 *  @param root folder of the built renderer */
export function benchSelect(root: string, short: boolean): Promise<Phase[]> {
  const size = { root, events: short ? 100 : 1000, stations: short ? 500 : 5000 };
  return withFakeEngine(size, (page, cdp) => select(page, cdp, short ? 1 : 4));
}

async function select(page: Page, cdp: CDPSession, seconds: number): Promise<Phase[]> {
  const phases = new Phases(page, cdp);
  const wait = () => page.waitForTimeout(1000);
  await phases.measure('open the project', async () => {
    await fakeProject(page).click();
    await projectOpened(page);
    await wait();
  });
  await phases.measure('map dragged', () => drag(page, seconds));
  await phases.measure('map of the whole Earth, zoomed and dragged', async () => {
    await page.mouse.move(420, 420);
    for (let i = 0; i < 30; i++) await page.mouse.wheel(0, 400);
    await drag(page, seconds);
    await wait();
  });
  await phases.measure('list of stations scrolled', () => scroll(page, seconds));
  await phases.measure('availability opened', async () => {
    await page.locator('label', { hasText: 'Availability' }).click();
    await page.waitForSelector('[role=grid][aria-label^="Availability"]');
    await wait();
  });
  await phases.measure('availability zoomed and moved', () => zoomAndMove(page, seconds), true);
  return phases.list;
}
