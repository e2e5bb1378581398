import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { median } from '../statistics';
import { printTable } from '../table';
import { area, projectOpened, resultsLoaded, withPage } from './page';
import { processorSecondsBelow } from './processes';
import { makeRealProject } from './realProject';
import { startServer } from './server';
import { traceTasks } from './trace';

/** What somebody waits for. */
export interface Wait {
  what: string;
  /** By the clock, ms: the median and the longest. */
  clockMs: number;
  slowestMs: number;
  limitMs: number;
  /** Processor time of one, ms: of the page's main thread, and of the engine with its workers. */
  pageMs: number;
  engineMs: number;
  load: number;
}

/** Opens a project in the built application, walks through pairs and changes a parameter.
 *  @param folder for what is made
 *  @param app    folder of the built application */
export async function benchReal(folder: string, app: string, short: boolean): Promise<Wait[]> {
  const home = join(folder, 'home');
  const size = short ? { events: 5, stations: 50 } : { events: 100, stations: 200 };
  const project = await makeRealProject(folder, size, app, home);
  const server = await startServer(app, home, project);
  try {
    return await withPage((page, cdp) => new Waits(page, cdp, server.pid).all(server.url, short ? 4 : 12));
  } finally {
    await server.close();
  }
}

class Waits {
  private readonly list: Wait[] = [];

  constructor(
    private readonly page: Page,
    private readonly cdp: CDPSession,
    private readonly engine: number,
  ) {}

  async all(url: string, repeats: number): Promise<Wait[]> {
    const { page } = this;
    await this.measure('first paint', 1000, 1, async () => {
      await page.goto(url);
      return firstPaint(page);
    });
    await projectOpened(page);
    await resultsLoaded(page);
    await page.getByRole('button', { name: 'Close the project' }).click();
    const name = page.getByRole('button', { name: /wide/ }).first();
    await name.waitFor();
    await this.measure('project opened', 2000, 1, () => this.clock(() => this.open(name)));
    await this.measure('its results in the table', NaN, 1, () => this.clock(() => resultsLoaded(page)));

    await area(page, 'Run').click();
    await page.getByRole('textbox', { name: 'Filter by event, station or reason' }).fill('E001');
    const row = page.getByRole('grid', { name: 'Pairs' }).getByRole('row').nth(1);
    await row.click();
    await page.getByRole('img', { name: /^Component Z/ }).waitFor({ timeout: 60_000 });
    // Neighbours of what was opened are fetched ahead: these are none.
    const far = (i: number) => 1 + ((i * 5) % 14);
    await this.measure('pair opened that was not fetched ahead', NaN, Math.min(repeats, 8), (i) =>
      page.evaluate((place) => window.atoaTasks.switchPair(place), far(i + 1)),
    );
    await row.click();
    await page.waitForTimeout(2000);
    await this.measure('next pair', 50, repeats, () => page.evaluate(() => window.atoaTasks.switchPair()), 1000);

    await area(page, 'Configure').click();
    await page
      .getByRole('region', { name: 'Preview' })
      .getByRole('img', { name: /^Component Z/ })
      .waitFor();
    const field = page.getByRole('textbox', { name: 'Least correlation', exact: true });
    await this.measure('preview of a changed window parameter', 100, repeats, (i) =>
      field.evaluate((input, value) => window.atoaTasks.preview(input, value), (0.71 + i / 100).toFixed(2)),
    );
    return this.list;
  }

  private async open(name: ReturnType<Page['getByRole']>): Promise<void> {
    await name.click();
    await projectOpened(this.page);
  }

  private async clock(act: () => Promise<unknown>): Promise<number> {
    const began = performance.now();
    await act();
    return performance.now() - began;
  }

  /** @param restMs between two, in which neighbours are fetched ahead */
  private async measure(
    what: string,
    limitMs: number,
    repeats: number,
    act: (index: number) => Promise<number>,
    restMs = 100,
  ): Promise<void> {
    const before = processorSecondsBelow(this.engine);
    const end = await traceTasks(this.cdp);
    const times: number[] = [];
    for (let i = 0; i < repeats; i++) {
      if (i > 0) await this.page.waitForTimeout(restMs);
      times.push(await act(i));
    }
    const { sumMs } = await end();
    const engine = processorSecondsBelow(this.engine) - before;
    this.list.push({
      ...{ what, limitMs, clockMs: Math.round(median(times)), slowestMs: Math.round(Math.max(...times)) },
      ...{ pageMs: Math.round(sumMs / repeats), engineMs: Math.round((1000 * engine) / repeats), load: loadavg()[0]! },
    });
  }
}

function firstPaint(page: Page): Promise<number> {
  return page.evaluate(async () => {
    for (;;) {
      const paint = performance.getEntriesByName('first-contentful-paint')[0];
      if (paint) return Math.round(paint.startTime);
      await new Promise((done) => setTimeout(done, 20));
    }
  });
}

export function printWaits(waits: readonly Wait[]): void {
  printTable(
    'Page with the engine: pairs of 3 components of 24,000 samples',
    ['wait', 'ms (median)', 'limit', 'slowest, ms', 'processor: page, ms', 'engine, ms', 'load'],
    waits.map((each) => [
      ...[each.what, each.clockMs, each.limitMs, each.slowestMs, each.pageMs, each.engineMs, each.load],
    ]),
  );
}
