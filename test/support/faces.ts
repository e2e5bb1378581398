import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { _electron, type Page } from 'playwright-core';
import { openBrowser } from './browser';
import { start } from './cli';

const ROOT = resolve(import.meta.dirname, '../..');

/** The application as a user has it before the eyes, whatever shows it. */
export interface OpenedFace {
  page: Page;
  /** Does what makes the page save a file, and returns the file's text. */
  saved(act: () => Promise<void>): Promise<string>;
  close(): Promise<void>;
}

/** @param home folder that stands for the user's home
 *  @param project folder to open at once; the page welcomes where left out */
export async function openInBrowser(home: string, project?: string): Promise<OpenedFace> {
  const server = start(['serve', '--no-open', ...(project === undefined ? [] : [project])], home);
  const url = await new Promise<string>((found) => {
    server.onLine((line) => {
      const address = /http:\/\/\S+/.exec(line)?.[0];
      if (address) found(address);
    });
  });
  const browser = await openBrowser();
  const page = await browser.context.newPage();
  await page.goto(url);
  return {
    page,
    async saved(act) {
      const download = page.waitForEvent('download');
      await act();
      return readFile(await (await download).path(), 'utf8');
    },
    async close() {
      await browser.close();
      server.process.kill('SIGTERM');
      await server.finished;
    },
  };
}

/** Gathers what the page complains of: warnings and errors on its console, and uncaught ones. */
export function collectComplaints(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
}

/** What was done to the page by the pointer is drawn: React does that in a task of its own, and no key or click waits for it. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done())))),
  );
}

/** Opens the demo project from the welcome page, which generates it.
 *  @returns its folder */
export async function openDemo(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Open the demo project' }).click();
  await page.getByRole('button', { name: 'Run 200 pairs' }).waitFor({ timeout: 120_000 });
  const title = page.getByTitle(/10-events-20-stations$/).first();
  return (await title.getAttribute('title'))!;
}

/** The Electron executable; null where the runtime is not installed. */
export function electronRuntime(): string | null {
  const folder = join(ROOT, 'node_modules/electron');
  if (!existsSync(join(folder, 'path.txt'))) return null;
  const executable = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim());
  return existsSync(executable) ? executable : null;
}

/** @param home folder that stands for the user's home */
export async function openInElectron(home: string): Promise<OpenedFace> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const application = await _electron.launch({
    executablePath: electronRuntime()!,
    args: [...sandbox, `--user-data-dir=${join(home, 'user')}`, ROOT],
    env: { ...(process.env as Record<string, string>), HOME: home },
  });
  const page = await application.firstWindow();
  return {
    page,
    async saved(act) {
      const file = join(home, `saved-${Date.now()}`);
      await application.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath });
      }, file);
      await act();
      await page.getByText(`Saved ${file}`).waitFor();
      return readFile(file, 'utf8');
    },
    close: () => application.close(),
  };
}
