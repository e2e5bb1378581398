// Makes the pictures in docs/images: `node scripts/screenshots.mjs [folder]`, after `npm run build`.
// It opens the demo project in browser mode, in both themes and two sizes, as a user would.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

const root = resolve(import.meta.dirname, '..');
const target = resolve(process.argv[2] ?? join(root, 'docs/images'));
const executablePath =
  process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
const SIZES = [
  { name: '', width: 1280, height: 800 },
  { name: '-large', width: 2560, height: 1440 },
];
const THEMES = ['light', 'dark'];

const home = mkdtempSync(join(tmpdir(), 'atoa-screenshots-'));
mkdirSync(target, { recursive: true });
const server = spawn(process.execPath, [join(root, 'bin/atoa.mjs'), 'serve', '--no-open'], {
  env: { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config') },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const url = await new Promise((found) => {
  server.stdout.on('data', (chunk) => {
    const address = /http:\/\/\S+/.exec(chunk.toString())?.[0];
    if (address) found(address);
  });
});

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
for (const [index, size] of SIZES.entries()) {
  const context = await browser.newContext({ viewport: size });
  const page = await context.newPage();
  const shoot = async (name) => {
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(500);
      await page.screenshot({ path: join(target, `${name}${size.name}-${colorScheme}.png`) });
    }
  };
  await page.goto(url);
  if (index === 0) {
    await page.getByRole('button', { name: 'Open the demo project' }).waitFor();
    await shoot('welcome');
    await page.getByRole('button', { name: 'Open the demo project' }).click();
  }
  const area = (name) => page.getByRole('navigation', { name: 'Areas' }).getByRole('button', { name }).click();
  await page.getByRole('button', { name: 'Run 200 pairs' }).waitFor({ timeout: 120_000 });
  await shoot('select');
  await page.getByText('Availability', { exact: true }).click();
  await shoot('availability');
  await page.getByText('Map', { exact: true }).click();
  await area(/Project/);
  await page.waitForTimeout(300);
  await shoot('project');
  await area(/Configure/);
  await page.getByRole('img', { name: /^Component Z/ }).waitFor();
  await page.getByRole('button', { name: 'Random 3' }).click();
  await page.getByRole('textbox', { name: 'STA/LTA water level' }).fill('0.12');
  await page.getByRole('textbox', { name: 'Least correlation' }).fill('0.9');
  await page.mouse.move(size.width / 2, 20);
  await page.waitForTimeout(2500);
  await shoot('configure');
  await page.getByRole('button', { name: 'Revert' }).click();
  await area(/^Run/);
  await page.getByRole('tab', { name: /^Table/ }).click();
  const again = page.getByRole('checkbox', { name: 'Process again' });
  await again.check();
  await page.getByRole('button', { name: 'Run 200 pairs' }).click();
  await page.getByText(/^(4|5|6)\d \/ 200$/).waitFor({ timeout: 120_000 });
  await shoot('run');
  await page.getByRole('tab', { name: /^Matrix/ }).click();
  await shoot('matrix');
  await page.getByText('200 / 200', { exact: true }).waitFor({ timeout: 300_000 });
  await page.getByRole('tab', { name: /^Table/ }).click();
  const table = page.getByRole('grid', { name: 'Pairs' });
  await table.getByRole('row').nth(3).click();
  await page.getByRole('img', { name: /^Component Z/ }).waitFor();
  await shoot('pair');
  await page.keyboard.press('f');
  await page.getByRole('checkbox', { name: 'STA/LTA' }).check();
  await page.getByRole('checkbox', { name: 'Adjoint source' }).check();
  await shoot('pair-layers');
  await page.getByRole('checkbox', { name: 'STA/LTA' }).uncheck();
  await page.getByRole('checkbox', { name: 'Adjoint source' }).uncheck();
  await page.keyboard.press('e');
  await page.keyboard.press('n');
  await shoot('pair-by-hand');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('e');
  await page.keyboard.press('f');
  await page.getByRole('button', { name: 'Close the pair' }).click();
  await area(/Results/);
  await shoot('results');
  await area(/Export/);
  await shoot('export');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('run');
  await shoot('commands');
  await page.keyboard.press('Escape');
  if (index === SIZES.length - 1) break;
  await page.getByRole('button', { name: 'Close the project' }).click();
  await page.getByRole('heading', { name: 'Atoa' }).waitFor();
  await page.getByRole('button', { name: 'Open the demo project' }).click();
  await page.getByRole('button', { name: /^Run 200/ }).waitFor();
  await context.close();
}
await browser.close();
server.kill('SIGTERM');
await new Promise((ended) => server.once('exit', ended));
rmSync(home, { recursive: true, force: true });
