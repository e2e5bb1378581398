import { closeSync, fsyncSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { nextFastLength, rfft } from '@/core/signal';
import { Executive, NodeLauncher } from '@/executive';
import { expandSelection, openProject, pairFiles } from '@/project';
import type { BenchCase } from './cases/case';
import { makeMany } from './cases/small';
import type { BenchOptions } from './options';
import { processorMs, processorSeconds } from './processor';
import { median } from './statistics';
import { printTable } from './table';
import { inFreshFolder, runAtoa } from './whole';

const root = resolve(import.meta.dirname, '../..');

/** What is not seismology. All in ms. */
export interface Overhead {
  /** Processor time of the host alone for a pair whose worker answers at once: plan, queue, channel, journal, log. */
  executive: number;
  /** Processor time that an empty pair costs all processes: the difference of two runs of many. */
  emptyPair: number;
  /** One fsync of a new file of 400 kB, by the clock. */
  fsync: number;
  /** Of each case, processor time to read a pair's bytes and to do the transforms it cannot do without, alone. */
  floor: Record<string, number>;
}

export async function benchOverhead(cases: BenchCase[], folder: string, options: BenchOptions): Promise<Overhead> {
  const [few, many] = options.short ? [50, 250] : [200, 1000];
  const cpuOf = async (pairs: number) => {
    const { project } = makeMany(folder, pairs, true);
    const runs: number[] = [];
    for (let i = 0; i < options.runs; i++) {
      runs.push((await inFreshFolder(folder, (out) => runAtoa(options.app, project, out, 1))).cpu);
    }
    return median(runs);
  };
  const emptyPair = (1000 * ((await cpuOf(many)) - (await cpuOf(few)))) / (many - few);
  const floor: Record<string, number> = {};
  for (const each of cases) floor[each.name] = await floorOf(each);
  const executive = await executiveMs(makeMany(folder, few, true).project, makeMany(folder, many, true).project);
  const overhead = { executive, emptyPair, fsync: fsyncMs(folder), floor };
  printTable(
    'Beside the seismology, ms',
    ['what', 'ms'],
    [
      ['the executive alone, a pair, processor time', overhead.executive],
      ['a pair that is read and written and not measured, all processes, processor time', overhead.emptyPair],
      ['an fsync of 400 kB, by the clock', overhead.fsync],
    ],
  );
  printTable(
    'Floor of a pair: reading its bytes and two transforms a trace, ms of processor time',
    Object.keys(floor),
    [Object.values(floor)],
  );
  return overhead;
}

/** Runs the executive in this process, with workers that answer at once: first few pairs, to warm up. */
async function executiveMs(few: string, many: string): Promise<number> {
  const folder = join(root, 'test/support/workers');
  const launcher = new NodeLauncher({
    entries: { pair: join(folder, 'pairs.mjs'), writer: join(folder, 'datasets.mjs') },
  });
  let took = 0;
  for (const cwd of [few, many]) {
    const executive = await Executive.open({ cwd, launcher, maxStations: 1 });
    const before = processorSeconds();
    await executive.run();
    took = (1000 * (processorSeconds() - before)) / executive.codes.length;
  }
  return took;
}

/** Reading the bytes and one forward and one inverse transform of each trace, which the envelope takes. */
async function floorOf({ project: path }: BenchCase): Promise<number> {
  const project = await openProject(path);
  const [pair] = expandSelection(project, { events: [], stations: [] });
  const { observed, synthetic } = pairFiles(project, pair!.event, pair!.station, pair!.channels);
  const files = [...observed, ...synthetic];
  const samples = readFileSync(synthetic[0]!, 'latin1').trim().split('\n').length;
  const trace = new Float64Array(nextFastLength(samples)).fill(1);
  return processorMs(20, () => {
    for (const file of files) {
      readFileSync(file);
      rfft(trace);
      rfft(trace);
    }
  });
}

function fsyncMs(folder: string): number {
  const place = mkdtempSync(join(folder, 'fsync-'));
  mkdirSync(place, { recursive: true });
  const bytes = Buffer.alloc(400_000, 1);
  const times = Array.from({ length: 20 }, (_, i) => {
    const file = openSync(join(place, String(i)), 'w');
    writeSync(file, bytes);
    const began = performance.now();
    fsyncSync(file);
    const took = performance.now() - began;
    closeSync(file);
    return took;
  });
  rmSync(place, { recursive: true });
  return median(times);
}
