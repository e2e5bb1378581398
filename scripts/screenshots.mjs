// Makes the pictures in docs/images: `node scripts/screenshots.mjs [--only <size>] [folder]`, after `npm run build`.
// It works in browser mode as a user would, on the demo project in a home of its own, in both themes and two sizes.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const root = resolve(import.meta.dirname, '..');
const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });
const target = resolve(positionals[0] ?? join(root, 'docs/images'));
const executablePath =
  process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
/** The large ones of a few areas only, for they weigh; all of them where a folder is named. */
const SIZES = [
  { name: 'small', suffix: '', width: 1280, height: 800, keep: () => true },
  {
    name: 'large',
    suffix: '-large',
    width: 2560,
    height: 1440,
    keep: (picture) => positionals.length > 0 || ['select-light', 'matrix-dark', 'results-light'].includes(picture),
  },
];
const THEMES = ['light', 'dark'];
const STEP_SECONDS = 20;
const RUN_SECONDS = 300;

const home = mkdtempSync(join(tmpdir(), 'atoa-screenshots-'));
const project = join(home, 'tomography/demo');
const environment = { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config'), LOGNAME: 'ada' };

/** Does one step of the tour.
 *  @throws what went wrong, after the step's name, where it fails or takes too long */
async function step(name, act, seconds = STEP_SECONDS) {
  const began = Date.now();
  let timer;
  const late = new Promise((_, refuse) => {
    timer = setTimeout(() => refuse(new Error(`not done after ${seconds} s`)), seconds * 1000);
  });
  try {
    await Promise.race([act(), late]);
    console.log(`${name}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
  } catch (cause) {
    throw new Error(`The step "${name}" failed: ${cause.message}`, { cause });
  } finally {
    clearTimeout(timer);
  }
}

function makeDemo() {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'bin/atoa.mjs'), 'demo', project], {
    env: environment,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

function serve() {
  const server = spawn(process.execPath, [join(root, 'bin/atoa.mjs'), 'serve', '--no-open'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = new Promise((found) => {
    server.stdout.on('data', (chunk) => {
      const address = /http:\/\/\S+/.exec(chunk.toString())?.[0];
      if (address) found(address);
    });
  });
  return { server, url };
}

/** One walk through all areas at one size of the window.
 *  @param isFirst no project is open yet */
async function tour(browser, url, size, isFirst) {
  const context = await browser.newContext({ viewport: size });
  const page = await context.newPage();
  page.setDefaultTimeout(STEP_SECONDS * 1000);
  const button = (name) => page.getByRole('button', { name });
  const [welcome, areas] = [button('Open the demo project'), page.getByRole('navigation', { name: 'Areas' })];
  const area = (name) => areas.getByRole('button', { name }).click();
  const view = (name) => page.getByRole('main').getByRole('tab', { name }).click();
  const pictures = (name, act, seconds) =>
    step(
      `${name}${size.suffix}`,
      async () => {
        await act();
        for (const colorScheme of THEMES) {
          await page.emulateMedia({ colorScheme });
          await page.waitForTimeout(600);
          if (!size.keep(`${name}-${colorScheme}`)) continue;
          await page.screenshot({ path: join(target, `${name}${size.suffix}-${colorScheme}.png`) });
        }
      },
      seconds,
    );
  const pick = (name, picked) => page.getByRole('radiogroup', { name }).getByText(picked, { exact: true }).click();

  await step('open the page', async () => {
    await page.goto(url);
    await (isFirst ? welcome : areas).waitFor();
  });
  if (isFirst) {
    await step('open the demo', async () => {
      await button('Open folder…').click();
      await page.getByRole('textbox', { name: 'Folder' }).fill(project);
      await button('Go').click();
      await button('Open this folder').click();
      await button('Run 200 pairs').waitFor();
    });
    await pictures('welcome', async () => {
      await button('Close the project').click();
      await welcome.waitFor();
    });
    await step('open it again', () => button(/^demo/).click());
  }
  await pictures('select', async () => {
    await button('Run 200 pairs').waitFor();
    // The estimate comes when one pair was timed.
    await page.getByText(/^about .+ with/).waitFor();
  });
  await pictures('availability', () => pick('Map or availability', 'Availability'));
  await pictures('project', async () => {
    await pick('Map or availability', 'Map');
    await area(/Project/);
  });
  await pictures('configure', async () => {
    await area(/Configure/);
    await page.getByRole('img', { name: /^Component Z/ }).waitFor();
    await button('Random 3').click();
    await page.getByRole('textbox', { name: 'STA/LTA water level' }).fill('0.12');
    await page.getByRole('textbox', { name: 'Least correlation' }).fill('0.9');
    await page.mouse.move(size.width / 2, 20);
    await page.waitForTimeout(3000);
  });
  await step('revert the parameters', () => button('Revert').click());
  await pictures(
    'run',
    async () => {
      await area(/^Run/);
      await view(/^Table/);
      await page.getByRole('checkbox', { name: 'Process again' }).check();
      await button('Run 200 pairs').click();
      // What the pointer stands on would show its hint.
      await page.mouse.move(size.width / 2, 4);
      await page.getByText(/^[4-9]\d \/ 200$/).waitFor({ timeout: RUN_SECONDS * 1000 });
    },
    RUN_SECONDS,
  );
  await pictures('matrix', () => view(/^Matrix/));
  await step('the end of the run', () => button('Run 200 pairs').waitFor({ timeout: RUN_SECONDS * 1000 }), RUN_SECONDS);
  const pair = page.getByRole('region', { name: 'Pair', exact: true });
  const layer = (name) => pair.getByRole('checkbox', { name });
  await pictures('pair', async () => {
    await view(/^Table/);
    await page.getByRole('grid', { name: 'Pairs' }).getByRole('row').nth(12).click();
    await pair.getByRole('img', { name: /^Component Z/ }).waitFor();
  });
  await pictures('pair-layers', async () => {
    await page.keyboard.press('f');
    await layer('STA/LTA').check();
    await layer('Adjoint').check();
  });
  await pictures('pair-by-hand', async () => {
    await layer('STA/LTA').uncheck();
    await layer('Adjoint').uncheck();
    await pair.getByRole('button', { name: 'Edit windows' }).click();
    // As wide as the side panel leaves it.
    const plot = page.getByRole('group', { name: /^Component Z/ });
    await plot.waitFor();
    const { width } = await plot.boundingBox();
    await plot.hover({ position: { x: width * 0.8, y: 40 } });
    await page.keyboard.press('n');
    await page.waitForTimeout(500);
  });
  await step('leave the pair', async () => {
    await button('Discard').click();
    await page.keyboard.press('f');
    await button('Close the pair (Esc)').click();
    await pair.waitFor({ state: 'detached' });
  });
  await pictures('results', async () => {
    await area(/Results/);
    // A wide window has it beside the others, and it comes last: its traces are computed and drawn bit by bit.
    if (size.name === 'large') await page.getByRole('application', { name: /^Record section/ }).waitFor();
    await page.waitForTimeout(2500);
  });
  await pictures('export', () => area(/Export/));
  await pictures('commands', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('run');
  });
  await context.close();
}

mkdirSync(target, { recursive: true });
await step('make the demo', async () => makeDemo(), RUN_SECONDS);
const { server, url } = serve();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const sizes = SIZES.filter(({ name }) => values.only === undefined || values.only === name);
  // The engine keeps its project open: a page after the first one finds it there.
  for (const [index, size] of sizes.entries()) await tour(browser, await url, size, index === 0);
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await new Promise((ended) => server.once('exit', ended));
  rmSync(home, { recursive: true, force: true });
}
