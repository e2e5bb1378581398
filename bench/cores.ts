import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Executive, NodeLauncher } from '@/executive';
import type { BenchCase } from './cases/case';
import { makeRepeated } from './cases/long';
import { run } from './children';
import type { BenchOptions } from './options';
import { median } from './statistics';
import { printTable } from './table';
import { atoaArguments, inFreshFolder } from './whole';

const root = resolve(import.meta.dirname, '../..');

/** What more cores are good for: s by the clock, medians. */
export interface CoresResult {
  /** Whole runs: one worker, all processes held to one core, and two workers on two cores. Null where processes cannot be
   *  held to cores, or there is one only. */
  held: { case: string; one: number; two: number }[] | null;
  /** Runs that last and write no datasets, with one and two workers. */
  pool: { what: string; one: number; two: number };
}

/** Runs on one core and on two, and workers without the processes beside them. */
export async function benchCores(cases: BenchCase[], folder: string, options: BenchOptions): Promise<CoresResult> {
  const held = await benchHeld(options.short ? cases.slice(-1) : cases, folder, options);
  if (held === null) console.log('\nTwo cores against one: left out, as processes cannot be held to cores here');
  else printEfficiency('Two cores against one: whole runs, one worker on one core, two workers on two', held);
  const pool = await poolAlone(folder, options);
  printEfficiency('One worker and two in a run that lasts, without datasets', [{ case: pool.what, ...pool }]);
  return { held, pool };
}

async function benchHeld(cases: BenchCase[], folder: string, options: BenchOptions): Promise<CoresResult['held']> {
  const [first, second] = allowedCores();
  if (first === undefined || second === undefined) return null;
  const held: CoresResult['held'] = [];
  for (const each of cases) {
    const secondsOn = (cores: string[]) => medianOf(options, () => heldRun(each, cores, folder, options));
    held.push({ case: each.name, one: await secondsOn([first]), two: await secondsOn([first, second]) });
  }
  return held;
}

function printEfficiency(title: string, rows: { case: string; one: number; two: number }[]): void {
  printTable(
    title,
    ['case', 'one, s', 'two, s', 'efficiency'],
    rows.map(({ case: name, one, two }) => [name, one, two, one / (2 * two)]),
  );
}

/** The cores that this process may use; none where nothing can be held to them. */
function allowedCores(): string[] {
  if (spawnSync('taskset', ['--version']).status !== 0) return [];
  const list = /^Cpus_allowed_list:\s*(\S+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '';
  return list.split(',').flatMap((part) => {
    const [first = 0, last = first] = part.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
  });
}

/** As many workers as cores. */
async function heldRun(each: BenchCase, cores: string[], folder: string, { app }: BenchOptions): Promise<number> {
  const { wall } = await inFreshFolder(folder, (out) => {
    const program = [process.execPath, ...atoaArguments(app, each.project, out, cores.length)];
    return run('taskset', ['-c', cores.join(','), ...program], app, { XDG_CONFIG_HOME: out });
  });
  return wall;
}

/** The built workers in an executive of this process, with a writer that writes nothing. */
async function poolAlone(folder: string, options: BenchOptions): Promise<CoresResult['pool']> {
  const { project, what } = makeRepeated(folder, options.short ? 20 : 10 * options.pairs);
  const entries = {
    pair: join(options.app, 'out/node/pair.cjs'),
    writer: join(root, 'bench/workers/noDataset.mjs'),
  };
  const secondsOf = (maxStations: number) =>
    medianOf(options, () =>
      inFreshFolder(folder, async (out) => {
        const launcher = new NodeLauncher({ entries });
        const executive = await Executive.open({ cwd: project, out, launcher, maxStations });
        const began = performance.now();
        await executive.run();
        if (executive.state.failed > 0) throw new Error(`${executive.state.failed} of ${what} failed`);
        return (performance.now() - began) / 1000;
      }),
    );
  return { what, one: await secondsOf(1), two: await secondsOf(2) };
}

async function medianOf({ runs }: BenchOptions, once: () => Promise<number>): Promise<number> {
  const seconds: number[] = [];
  for (let i = 0; i < runs; i++) seconds.push(await once());
  return median(seconds);
}
