import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser that is installed here, or the one that CHROMIUM names. */
export const chromiumPath = process.env.CHROMIUM ?? CANDIDATES.find((path) => existsSync(path)) ?? null;
/** CI must have a browser: there, a missing one fails instead of being skipped. */
export const skipBrowser = chromiumPath === null && process.env.CI !== 'true';
export const NO_BROWSER = 'skipped: no Chromium is installed; set CHROMIUM to the path of one';

export interface Browser {
  context: BrowserContext;
  close(): Promise<void>;
}

/** A browser with a new, empty profile. */
export async function openBrowser(size = { width: 1280, height: 800 }): Promise<Browser> {
  if (chromiumPath === null) throw new Error('no Chromium is installed');
  const profile = await mkdtemp(join(tmpdir(), 'atoa-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath,
    headless: true,
    args: FLAGS,
    viewport: size,
    acceptDownloads: true,
  });
  return {
    context,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
