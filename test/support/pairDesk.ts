import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { atoa } from './cli';
import { collectComplaints, openInBrowser, type OpenedFace } from './faces';

/** Under this a page tells the next one in its place to remember nothing. */
const FORGET = 'test-forget';

/** The view of a pair beside the table of a run, as a user has it before the eyes. */
export class PairDesk {
  /** Folder that stands for the user's home. */
  home!: string;
  /** A demo project of one event, with results. */
  project!: string;
  page!: Page;
  readonly complaints: string[] = [];
  #face: OpenedFace | null = null;
  readonly #held: (() => void)[] = [];

  /** @param prepare what is done with the project before it is opened */
  async begin(stations: number, prepare: (desk: PairDesk) => Promise<void>): Promise<void> {
    this.home = await mkdtemp(join(tmpdir(), 'atoa-pair-'));
    this.project = join(this.home, 'demo');
    const demo = ['demo', this.project, '--events', '1', '--stations', String(stations)];
    expect((await atoa(demo, this.home)).code).toBe(0);
    expect((await atoa(['run', this.project, '--quiet'], this.home)).code).toBe(0);
    await prepare(this);
    this.#face = await openInBrowser(this.home, this.project);
    this.page = this.#face.page;
    collectComplaints(this.page, this.complaints);
    // A page that goes keeps its drafts as it goes: only the next one can forget them, before it reads them.
    await this.page.addInitScript((key) => {
      if (sessionStorage.getItem(key) === null) return;
      sessionStorage.removeItem(key);
      localStorage.clear();
    }, FORGET);
    await this.toRun();
  }

  async end(): Promise<void> {
    await this.#face?.close();
    await rm(this.home, { recursive: true, force: true });
  }

  async toRun(): Promise<void> {
    const areas = this.page.getByRole('navigation', { name: 'Areas' });
    await areas.getByRole('button', { name: 'Run', exact: true }).click();
  }

  /** The page as it is loaded for the first time: in the area of the run, with no pair read and nothing remembered. */
  async anew(): Promise<void> {
    for (const release of this.#held.splice(0)) release();
    await this.page.unrouteAll({ behavior: 'wait' });
    await this.page.evaluate((key) => sessionStorage.setItem(key, ''), FORGET);
    await this.page.reload();
    await this.toRun();
  }

  /** Opens a pair, and waits until all of it is there. */
  async open(station: string): Promise<void> {
    await this.row(station).click();
    await this.title(station).waitFor();
    await this.plot('Z').waitFor();
    await expect.poll(() => this.pane().locator('[aria-busy=true]').count()).toBe(0);
  }

  /** Holds back what is asked of the engine by one method, until the page is loaded anew.
   *  @param station only what is asked of it
   *  @returns what lets it go */
  async hold(method: string, station?: string): Promise<() => void> {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    this.#held.push(release);
    await this.page.route(`**/api/${method}`, async (route) => {
      const asked = route.request().postDataJSON() as { station?: string };
      if (station === undefined || asked.station === station) await held;
      await route.continue();
    });
    return release;
  }

  pane(): Locator {
    return this.page.getByRole('region', { name: 'Pair', exact: true });
  }
  title(station: string): Locator {
    return this.pane().getByRole('heading', { name: station });
  }
  row(station: string): Locator {
    return this.page.getByRole('grid', { name: 'Pairs' }).getByRole('row', { name: station });
  }
  plot(component: string): Locator {
    return this.pane()
      .getByLabel(new RegExp(`^Component ${component}:`))
      .locator('.u-over');
  }
  windows(component: string): Locator {
    return this.pane().getByRole('button', { name: new RegExp(` on ${component}, `) });
  }
  /** The tools while windows are edited. */
  bar(): Locator {
    return this.page.getByRole('toolbar', { name: 'Windows by hand' });
  }
  tool(name: string | RegExp): Locator {
    return this.bar().getByRole('button', { name });
  }
  note(): Locator {
    return this.page.getByRole('textbox', { name: 'Note' });
  }
}

/** A desk for all tests of a suite.
 *  @param prepare what is done with the project, which has results, before it is opened */
export function usePairDesk(stations: number, prepare = async (_: PairDesk): Promise<void> => undefined): PairDesk {
  const desk = new PairDesk();
  beforeAll(() => desk.begin(stations, prepare));
  afterAll(() => desk.end());
  return desk;
}
