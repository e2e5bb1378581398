import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, openBrowser, skipBrowser, type Browser } from '../support/browser';
import { atoa, start, type RunningCommand } from '../support/cli';
import { collectComplaints } from '../support/faces';

let home: string;
let project: string;

const cli = async (...args: string[]) => {
  const finished = await atoa(args, home);
  expect([finished.code, finished.stderr]).toEqual([0, '']);
  return finished.stdout;
};

async function rowsOf(path: string): Promise<Record<string, unknown>[]> {
  const bytes = await readFile(path);
  return parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) });
}

/** Two events and three stations, run once. */
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'atoa-export-'));
  project = join(home, 'demo');
  await cli('demo', project, '--events', '2', '--stations', '3');
  await cli('run', project, '--quiet', '--stations', '*.*.*.BH?');
});

afterAll(() => rm(home, { recursive: true, force: true }));

describe('exports of the command line', () => {
  it('give the same table in all formats, and the one that a run writes', async () => {
    expect(await cli('export', project)).toBe(await readFile(join(project, 'misfits.csv'), 'utf8'));
    const file = join(home, 'windows.parquet');
    await cli('export', project, '--table', 'windows', '--format', 'parquet', '-o', file);
    const json = JSON.parse(await cli('export', project, '--table', 'windows', '--format', 'json')) as unknown[];
    expect(await rowsOf(file)).toEqual(json);
    expect(json.length).toBeGreaterThan(10);
  });

  it('take columns and filters, and refuse what there is not', async () => {
    const table = await cli('export', project, '--table', 'windows', '--columns', 'event,component,cc', '--cc', '0.9:');
    const [head, ...rows] = table.trim().split('\n');
    expect(head).toBe('event,component,cc');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => Number(row.split(',')[2]) >= 0.9)).toBe(true);
    const names = await cli('export', project, '--table', 'windows', '--columns', 'max_cc_value,network');
    expect(names.split('\n')[0]).toBe('max_cc_value,network');
    const wrong = await atoa(['export', project, '--columns', 'nonsense'], home);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toMatch(/no column "nonsense"; there are event, station/);
  });

  it('lay adjoint sources out for SPECFEM, and tell of those that are missing', async () => {
    const target = join(home, 'specfem');
    const told = await cli('export', project, '--adjoint-sources', '-o', target);
    expect(told).toMatch(/^18 adjoint sources of 2 events are in /);
    const [event] = await readdir(target);
    const names = await readdir(join(target, event!, 'SEM'));
    const rows = (await readFile(join(target, event!, 'STATIONS_ADJOINT'), 'utf8')).trim().split('\n');
    expect(names).toHaveLength(9);
    for (const row of rows) {
      const [station, network] = row.trim().split(/\s+/);
      expect(names.filter((name) => name.startsWith(`${network}.${station}.`))).toHaveLength(3);
    }
    const source = join(project, 'adjsrcs', event!, names[0]!);
    expect(await readFile(join(target, event!, 'SEM', names[0]!), 'utf8')).toBe(await readFile(source, 'utf8'));

    const kept = await readFile(source);
    await rm(source);
    const lacking = await atoa(['export', project, '--adjoint-sources', '-o', join(home, 'lacking')], home);
    await writeFile(source, kept);
    expect(lacking.code).toBe(1);
    expect(lacking.stderr).toMatch(/has 2 of 3 files of adjoint sources/);
    const refused = await atoa(['export', project, '--adjoint-sources', '-o', join(project, 'observed/x')], home);
    expect([refused.code, existsSync(join(project, 'observed/x'))]).toEqual([2, false]);
  });

  it('draw a pair as PNG, SVG and PDF', async () => {
    const [event, station] = (await cli('export', project, '--columns', 'event,station')).split('\n')[1]!.split(',');
    for (const [ending, magic] of [
      ['png', '\u0089PNG'],
      ['svg', '<svg '],
      ['pdf', '%PDF-'],
    ] as const) {
      const file = join(home, `figure.${ending}`);
      await cli('figure', project, event!, station!, '-o', file);
      expect((await readFile(file, 'latin1')).startsWith(magic)).toBe(true);
    }
    const unknown = await atoa(['figure', project, event!, 'XX.NONE'], home);
    expect(unknown.code).toBe(2);
  });

  it('do a run again elsewhere, with the same table byte for byte, and say what is different', async () => {
    const file = join(home, 'rerun.yaml');
    await cli('export', project, '--rerun', '-o', file);
    const elsewhere = join(home, 'elsewhere');
    for (const name of ['events', 'stations', 'observed', 'synthetics']) {
      await cp(join(project, name), join(elsewhere, name), { recursive: true });
    }
    const again = await atoa(['run', elsewhere, '--from', file, '--quiet'], home);
    expect(again.code).toBe(0);
    expect(again.stderr).toMatch(/input files are those of then[^]*byte for byte/);
    expect(await readFile(join(elsewhere, 'misfits.csv'), 'utf8')).toBe(
      await readFile(join(project, 'misfits.csv'), 'utf8'),
    );

    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/node: v\S+/, 'node: v1.2.3').replace('min_period: 10', 'min_period: 12'));
    const [event] = await readdir(join(elsewhere, 'synthetics'));
    const [trace] = await readdir(join(elsewhere, 'synthetics', event!));
    await rm(join(elsewhere, 'synthetics', event!, trace!));
    const other = await atoa(['run', elsewhere, '--from', file, '--quiet'], home);
    expect(other.stderr).toMatch(/node was v1\.2\.3, and is v\d+/);
    expect(other.stderr).toMatch(new RegExp(`the input files of ${event} are others`));
    expect(other.stderr).toMatch(/the misfit table is not that of then/);

    await writeFile(file, 'min_period: 10\n');
    const none = await atoa(['run', elsewhere, '--from', file], home);
    expect(none.code).toBe(2);
    expect(none.stderr).toMatch(/does not describe a run: format/);
  });
});

describe('the Export area', () => {
  it.skipIf(!skipBrowser)('runs here', (context) => context.skip(NO_BROWSER));
  describe.skipIf(skipBrowser)('in the browser', inBrowser);
});

function inBrowser(): void {
  let server: RunningCommand;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    server = start(['serve', project, '--no-open'], home);
    const url = await new Promise<string>((found) => {
      server.onLine((line) => {
        const address = /http:\/\/\S+/.exec(line)?.[0];
        if (address) found(address);
      });
    });
    browser = await openBrowser();
    page = await browser.context.newPage();
    collectComplaints(page, complaints);
    await page.goto(url);
    await page.getByRole('navigation', { name: 'Areas' }).getByRole('button', { name: 'Export' }).click();
  });

  afterAll(async () => {
    await browser?.close();
    server?.process.kill('SIGTERM');
    await server?.finished;
  });

  const kind = (name: RegExp) =>
    page.getByRole('navigation', { name: 'What to export' }).getByRole('button', { name }).click();
  const saved = async (button: RegExp) => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    const file = await download;
    return { name: file.suggestedFilename(), path: await file.path() };
  };
  const choose = (text: string) => page.getByText(text, { exact: true }).click();

  it('shows the first rows with their count, and exports the table that the command line gives', async () => {
    await page.getByText('6 rows', { exact: true }).waitFor();
    const { name, path } = await saved(/^Export 6 rows/);
    expect(name).toBe('misfits.csv');
    expect(await readFile(path, 'utf8')).toBe(await cli('export', project));
  });

  it('exports chosen columns of filtered windows as JSON and Parquet', async () => {
    await choose('Windows');
    await page.getByRole('textbox', { name: 'Correlation, at least' }).fill('0.9');
    await page.getByRole('textbox', { name: 'Events', exact: true }).fill('C2015*');
    await page.getByRole('checkbox', { name: 'length_s' }).click();
    await page.getByRole('checkbox', { name: 'window', exact: true }).click();
    const columns = 'event,station,component,left,right,cc,dt,dlnA,length_s';
    const same = ['--table', 'windows', '--columns', columns, '--cc', '0.9:', '--event', 'C2015*'];
    const expected = await cli('export', project, ...same, '--format', 'json');
    const { length } = JSON.parse(expected) as unknown[];
    await page.getByText(`${length} rows`, { exact: true }).waitFor();
    await choose('JSON');
    expect(await readFile((await saved(/^Export \d+ rows/)).path, 'utf8')).toBe(expected);
    await choose('Parquet');
    const file = join(home, 'cli.parquet');
    await cli('export', project, ...same, '--format', 'parquet', '-o', file);
    const { name, path } = await saved(/^Export \d+ rows/);
    expect(name).toBe('windows.parquet');
    expect((await readFile(path)).equals(await readFile(file))).toBe(true);
    await page.getByRole('button', { name: 'Clear' }).click();
  });

  it('makes one PDF of all figures, and a file each that the command line gives too', async () => {
    await kind(/^Figures/);
    await page.getByRole('button', { name: 'Make 6 figures' }).waitFor();
    await kind(/^Figures/);
    const book = await saved(/^Make 6 figures/);
    expect(book.name).toBe('figures.pdf');
    const text = await readFile(book.path, 'latin1');
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(6);
    await choose('PNG');
    await page.getByRole('button', { name: 'Make 6 figures' }).click();
    await page.getByText(/^6 files in .*figures$/).waitFor();
    const names = (await readdir(join(project, 'figures'))).filter((name) => name.endsWith('.png'));
    expect(names).toHaveLength(6);
    const [event, station] = (await cli('export', project, '--columns', 'event,station')).split('\n')[1]!.split(',');
    const own = join(home, 'own.png');
    await cli('figure', project, event!, station!, '-o', own);
    const made = join(project, 'figures', `${event}_${station!.replace('.', '_')}.png`);
    expect((await readFile(made)).equals(await readFile(own))).toBe(true);
  });

  it('copies adjoint sources as the command line does', async () => {
    await kind(/^Adjoint/);
    await page.getByRole('textbox', { name: 'Folder' }).fill(join(home, 'copied'));
    await page.getByRole('button', { name: 'Copy adjoint sources of 6 pairs' }).click();
    await page.getByText(/^18 files in .*copied$/).waitFor();
    const files = async (folder: string) => (await readdir(folder, { recursive: true })).sort();
    expect(await files(join(home, 'copied'))).toEqual(await files(join(home, 'specfem')));
    await page.getByRole('textbox', { name: 'Folder' }).fill('observed/here');
    await page.getByRole('button', { name: 'Copy adjoint sources of 6 pairs' }).click();
    const refusal = page.getByRole('alert').filter({ hasText: /lies in the folder of observed/ });
    await refusal.getByRole('button', { name: 'Close', exact: true }).click();
  });

  it('exports what a re-run needs', async () => {
    await kind(/^Re-run/);
    const { name, path } = await saved(/^Export the re-run file/);
    expect(name).toBe('atoa-rerun.yaml');
    const text = (yaml: string) => yaml.replace(/ at: \S+/, '');
    expect(text(await readFile(path, 'utf8'))).toBe(text(await cli('export', project, '--rerun')));
  });

  it('saves the figure of the open pair', async () => {
    await page.getByRole('navigation', { name: 'Areas' }).getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByRole('grid', { name: 'Pairs' }).getByRole('row').nth(1).click();
    await page.getByRole('button', { name: 'Save figure…' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'As SVG' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^C2015\w+_XD_S\d+\.svg$/);
    expect(await readFile(await file.path(), 'utf8')).toMatch(/^<svg xmlns[^]*<\/svg>\n$/);
  });

  it('left no complaint', () => {
    expect(complaints).toEqual([]);
  });
}
