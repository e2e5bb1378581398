import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { chromiumPath, NO_BROWSER, openBrowser } from '../test/support/browser';
import { startFakeEngine, type FakeOptions } from '../test/support/fakeEngine';
import type { BenchOptions } from './options';
import { median } from './statistics';
import { printTable } from './table';
import { watchTasks, type Tasks } from './uiTasks';
import { traceTasks } from './uiTrace';

/** Above this the page feels as if it hung. */
const LIMIT_MS = 50;
const RATE = 2000;

interface Phase extends Tasks {
  what: string;
  /** Processor time of the longest task. */
  cpuMs: number;
  heapMb: number;
}

/** Measures the page in Chromium with made-up results: its longest tasks while results come by the thousand and while
 *  somebody works with them, its memory, and how soon a project and a pair are there.
 *  @returns null where there is no browser */
export async function benchUi(options: Pick<BenchOptions, 'short' | 'app'>) {
  if (chromiumPath === null) {
    console.log(`ui: ${NO_BROWSER}`);
    return null;
  }
  const root = join(options.app, 'out/renderer');
  const phases = await withPage({ root, events: 100, stations: options.short ? 100 : 1000, rate: RATE }, (page, cdp) =>
    arrival(page, cdp, options.short),
  );
  const opening = await withPage({ root, events: 100, stations: 200, finished: true }, openAndSwitch);
  printTable(
    `Page: ${options.short ? '10,000' : '100,000'} pairs, ${RATE} results a second`,
    ['phase', 'longest task, ms of processor', 'by the clock', `> ${LIMIT_MS} ms`, 'longest frame, ms', 'heap, MB'],
    phases.map(({ what, cpuMs, longestMs, longTasks, frameMs, heapMb }) => [
      ...[what, cpuMs, longestMs, longTasks, frameMs, heapMb],
    ]),
  );
  printTable(
    'Page: 100 x 200 project with all results',
    ['first paint, ms', 'opened, ms', 'pair switched, ms (median)', 'slowest switch, ms'],
    [[String(opening.firstPaintMs), opening.openedMs, opening.switchMs, opening.slowestSwitchMs]],
  );
  return { phases, opening };
}

async function withPage<T>(
  fake: Partial<FakeOptions> & { root: string },
  act: (page: Page, cdp: CDPSession) => Promise<T>,
): Promise<T> {
  const engine = await startFakeEngine({ port: 0, events: 10, stations: 10, rate: RATE, finished: false, ...fake });
  const browser = await openBrowser();
  try {
    const page = await browser.context.newPage();
    await watchTasks(page);
    await page.goto(engine.url);
    return await act(page, await browser.context.newCDPSession(page));
  } finally {
    await browser.close();
    engine.close();
  }
}

const hikurangi = (page: Page) => page.getByRole('button', { name: /hikurangi/ }).first();
const runButton = (page: Page) => page.getByRole('button', { name: /^Run [\d,]+ pairs/ });

async function arrival(page: Page, cdp: CDPSession, short: boolean): Promise<Phase[]> {
  const phases: Phase[] = [];
  const seconds = short ? 1.5 : 10;
  await cdp.send('HeapProfiler.enable');
  const phase = async (what: string, act: () => Promise<void>, collect = false) => {
    const end = await traceTasks(cdp);
    await page.evaluate(() => window.atoaTasks.reset());
    await act();
    // What an act has begun is to end in its own phase.
    await page.waitForTimeout(400);
    const tasks = await page.evaluate(() => window.atoaTasks.read());
    const cpuMs = await end();
    if (collect) await cdp.send('HeapProfiler.collectGarbage');
    const heap = await cdp.send('Runtime.getHeapUsage');
    phases.push({ what, cpuMs, ...tasks, heapMb: Math.round(heap.usedSize / 2 ** 20) });
  };
  const idle = () => page.waitForTimeout(seconds * 1000);
  const tab = (name: RegExp) => page.getByRole('tab', { name }).click();

  await phase('open the project', async () => {
    await hikurangi(page).click();
    await runButton(page).waitFor();
  });
  await phase('arrival, table', async () => {
    await runButton(page).click();
    await idle();
  });
  await phase('arrival, table sorted and scrolled', async () => {
    await page.getByRole('button', { name: 'Misfit', exact: true }).click();
    await scroll(page, seconds);
  });
  await tab(/Matrix/);
  await phase('arrival, matrix', idle);
  await phase('arrival, matrix zoomed and moved', () => zoomAndMove(page, seconds));
  await tab(/Failures/);
  await phase('arrival, failures', idle);
  await page.getByText('Done', { exact: true }).first().waitFor({ timeout: 300_000 });

  await tab(/Table/);
  await phase('all there: sort', async () => {
    for (const name of ['Station', 'Windows', 'Event', 'Reason']) {
      await page.getByRole('button', { name, exact: true }).click();
      await page.waitForTimeout(700);
    }
  });
  await phase('all there: filter', async () => {
    const box = page.getByRole('textbox', { name: 'Filter by event, station or reason' });
    await box.pressSequentially('NZ response', { delay: 60 });
    await page.waitForTimeout(800);
    await box.fill('');
  });
  await phase('all there: scroll', () => scroll(page, seconds / 2));
  await tab(/Matrix/);
  await phase('all there: matrix, all measures', async () => {
    for (const measure of ['Status', 'Windows', 'Time', 'Misfit']) {
      await page.getByRole('radiogroup', { name: 'Colour by' }).getByText(measure, { exact: true }).click();
      await page.waitForTimeout(500);
    }
  });
  await phase('all there: matrix zoomed and moved', () => zoomAndMove(page, seconds / 2), true);
  return phases;
}

async function scroll(page: Page, seconds: number): Promise<void> {
  await page.mouse.move(600, 600);
  const end = performance.now() + seconds * 1000;
  for (let i = 0; performance.now() < end; i++) {
    await page.mouse.wheel(0, i % 40 < 30 ? 900 : -1500);
    await page.waitForTimeout(16);
  }
}

async function zoomAndMove(page: Page, seconds: number): Promise<void> {
  await page.mouse.move(700, 500);
  const end = performance.now() + seconds * 1000;
  for (let i = 0; performance.now() < end; i++) {
    await page.mouse.wheel(0, i % 24 < 12 ? -160 : 160);
    await page.mouse.move(600 + ((i * 13) % 300), 400 + ((i * 7) % 200));
    await page.waitForTimeout(16);
  }
}

async function openAndSwitch(page: Page) {
  const firstPaintMs = await page.evaluate(async () => {
    for (;;) {
      const paint = performance.getEntriesByName('first-contentful-paint')[0];
      if (paint) return Math.round(paint.startTime);
      await new Promise((done) => setTimeout(done, 20));
    }
  });
  await hikurangi(page).waitFor();
  const before = performance.now();
  await hikurangi(page).click();
  await runButton(page).waitFor();
  const openedMs = Math.round(performance.now() - before);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('grid', { name: 'Pairs' }).getByRole('row').nth(1).click();
  await page.getByRole('img', { name: /^Component Z/ }).waitFor();
  await page.getByRole('grid', { name: 'Pairs' }).focus();
  const times: number[] = [];
  for (let i = 0; i < 20; i++) {
    await page.waitForTimeout(150);
    times.push(await page.evaluate(() => window.atoaTasks.switchPair()));
  }
  return {
    firstPaintMs,
    openedMs,
    switchMs: Math.round(median(times)),
    slowestSwitchMs: Math.round(Math.max(...times)),
  };
}
