import type { CDPSession, Page } from 'playwright-core';
import { openBrowser } from '../../test/support/browser';
import { startFakeEngine, type FakeOptions } from '../../test/support/fakeEngine';
import { watchTasks } from './tasks';

/** Opens a new page that tells how long its tasks take, for as long as `act` goes. */
export async function withPage<T>(act: (page: Page, cdp: CDPSession) => Promise<T>): Promise<T> {
  const browser = await openBrowser();
  try {
    const page = await browser.context.newPage();
    await watchTasks(page);
    const cdp = await browser.context.newCDPSession(page);
    await cdp.send('HeapProfiler.enable');
    return await act(page, cdp);
  } finally {
    await browser.close();
  }
}

/** The same at the welcome page of an engine with made-up results. */
export async function withFakeEngine<T>(
  fake: Pick<FakeOptions, 'root' | 'events' | 'stations'> & Partial<FakeOptions>,
  act: (page: Page, cdp: CDPSession) => Promise<T>,
): Promise<T> {
  const engine = await startFakeEngine({ port: 0, rate: 2000, finished: false, ...fake });
  try {
    return await withPage(async (page, cdp) => {
      await page.goto(engine.url);
      await fakeProject(page).waitFor();
      return act(page, cdp);
    });
  } finally {
    engine.close();
  }
}

export const fakeProject = (page: Page) => page.getByRole('button', { name: /hikurangi/ }).first();
export const runButton = (page: Page) => page.getByRole('button', { name: /^Run [\d,]+ pairs/ });
export const area = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Areas' }).getByRole('button', { name: new RegExp(`^${name}`) });
/** The workbench is there, and what can be run was counted. By selectors alone: to look for texts and roles again and again
 *  would take as much of the page's time as what is measured. */
export async function projectOpened(page: Page): Promise<void> {
  await page.waitForSelector('section[aria-labelledby="pairs-title"] p b', { timeout: 300_000 });
}

/** All outcomes that the engine knows are in the table. */
export async function resultsLoaded(page: Page): Promise<void> {
  await page.waitForSelector('header [data-loading]', { state: 'detached', timeout: 300_000 });
}

/** Turns the wheel, mostly downwards. */
export async function scroll(page: Page, seconds: number): Promise<void> {
  await page.mouse.move(600, 600);
  const end = performance.now() + seconds * 1000;
  for (let i = 0; performance.now() < end; i++) {
    await page.mouse.wheel(0, i % 40 < 30 ? 900 : -1500);
    await page.waitForTimeout(16);
  }
}

/** Zooms in and out with the pointer on the move. */
export async function zoomAndMove(page: Page, seconds: number): Promise<void> {
  await page.mouse.move(700, 500);
  const end = performance.now() + seconds * 1000;
  for (let i = 0; performance.now() < end; i++) {
    await page.mouse.wheel(0, i % 24 < 12 ? -160 : 160);
    await page.mouse.move(600 + ((i * 13) % 300), 400 + ((i * 7) % 200));
    await page.waitForTimeout(16);
  }
}

/** Drags to and fro with the pointer's button down. */
export async function drag(page: Page, seconds: number): Promise<void> {
  await page.mouse.move(420, 420);
  await page.mouse.down();
  const end = performance.now() + seconds * 1000;
  for (let i = 0; performance.now() < end; i++) {
    await page.mouse.move(420 + 180 * Math.sin(i / 9), 420 + 90 * Math.sin(i / 13));
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
}
