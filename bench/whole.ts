import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchCase } from './cases/case';
import { ORIGIN_DATE } from './cases/long';
import { run, type Usage } from './children';
import type { BenchOptions } from './options';
import { median } from './statistics';
import { printTable } from './table';

/** What a run of Atoa took. */
export interface OwnUsage extends Usage {
  /** s that workers were at pairs, all of them together. */
  working: number;
}

export interface WholeResult {
  case: string;
  what: string;
  workers: number;
  figures: boolean;
  /** s, medians. */
  atoa: OwnUsage;
  /** Null where the reference stack is not there, or has no part in the case. */
  reference: Usage | null;
  /** Medians of the ratios of runs that followed each other. */
  ratio: { wall: number; cpu: number } | null;
}

/** Whole runs, from the start of the process to the last byte, in turn with the reference stack's. */
export async function benchWhole(
  cases: BenchCase[],
  folder: string,
  options: BenchOptions,
  root: string,
): Promise<WholeResult[]> {
  const results: WholeResult[] = [];
  for (const each of cases) {
    for (const workers of [1, 2]) results.push(await compare(each, workers, false, folder, options, root));
  }
  const pictured = options.short ? [] : cases.filter(({ name }) => ['A', 'B', 'C'].includes(name));
  for (const each of pictured) results.push(await compare(each, 2, true, folder, options, root));
  printTable(
    'Whole process, s (medians); ratios are of runs in turn',
    ['case', 'workers', 'figures', 'Atoa', 'Atoa CPU', 'reference', 'reference CPU', 'ratio', 'CPU ratio'],
    results.map(({ atoa, reference, ratio, ...r }) => [
      ...[r.case, r.workers, r.figures ? 'yes' : 'no', atoa.wall, atoa.cpu],
      ...[reference?.wall ?? null, reference?.cpu ?? null, ratio?.wall ?? null, ratio?.cpu ?? null],
    ]),
  );
  printEfficiency(results);
  return results;
}

/** What of two workers' time is of use: of the whole run, and of a pair in a worker beside another. */
function printEfficiency(results: WholeResult[]): void {
  const plain = results.filter(({ figures }) => !figures);
  printTable(
    'Parallel efficiency at two workers (1 is best)',
    ['case', 'whole run', 'pairs in workers'],
    plain
      .filter(({ workers }) => workers === 1)
      .map(({ case: name, atoa: one }) => {
        const two = plain.find((each) => each.case === name && each.workers === 2)!.atoa;
        return [name, one.wall / (2 * two.wall), one.working / two.working];
      }),
  );
}

async function compare(
  each: BenchCase,
  workers: number,
  figures: boolean,
  folder: string,
  options: BenchOptions,
  root: string,
): Promise<WholeResult> {
  const own: OwnUsage[] = [];
  const theirs: Usage[] = [];
  for (let i = 0; i < options.runs; i++) {
    own.push(
      await inFreshFolder(folder, async (out) => {
        const usage = await runAtoa(options.app, each.project, out, workers, figures);
        return { ...usage, working: workingSeconds(out) };
      }),
    );
    const { python } = options;
    if (python === null || each.peer === null) continue;
    theirs.push(await inFreshFolder(folder, (out) => runPeer(python, root, each, out, workers, figures)));
  }
  const ratios = (key: keyof Usage) => median(theirs.map((usage, i) => usage[key] / own[i]![key]));
  return {
    ...{ case: each.name, what: each.what, workers, figures, atoa: ownMedians(own) },
    reference: theirs.length > 0 ? medians(theirs) : null,
    ratio: theirs.length > 0 ? { wall: ratios('wall'), cpu: ratios('cpu') } : null,
  };
}

/** The built command, as users run it, with outputs in a folder of their own. */
export function runAtoa(app: string, project: string, out: string, workers: number, figures = false): Promise<Usage> {
  const args = atoaArguments(app, project, out, workers);
  return run(process.execPath, [...args, ...(figures ? ['--plot'] : [])], app, { XDG_CONFIG_HOME: out });
}

export function atoaArguments(app: string, project: string, out: string, workers: number): string[] {
  return [join(app, 'bin/atoa.mjs'), 'run', project, '--out', out, '--max-stations', String(workers), '--quiet'];
}

async function runPeer(
  python: string,
  root: string,
  { peer, minPeriod, maxPeriod }: BenchCase,
  out: string,
  workers: number,
  figures: boolean,
): Promise<Usage> {
  const args = [join(root, '../shared/tools/executive_peer.py'), peer!, '--out', out, '--workers', String(workers)];
  args.push('--min-period', String(minPeriod), '--max-period', String(maxPeriod), '--t0', ORIGIN_DATE, '--quiet');
  // One thread a process, as on a cluster's core.
  const threads = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
  const usage = await run(python, [...args, ...(figures ? ['--plot', 'both'] : [])], out, threads);
  const { errors } = JSON.parse(readFileSync(join(out, 'timing.json'), 'utf8')) as { errors: unknown[] };
  if (errors.length > 0)
    console.error(`reference: ${errors.length} pairs failed, such as ${JSON.stringify(errors[0])}`);
  return usage;
}

/** Lets work write into a folder that is gone afterwards. */
export async function inFreshFolder<T>(folder: string, work: (out: string) => Promise<T>): Promise<T> {
  const out = mkdtempSync(join(folder, 'out-'));
  try {
    return await work(out);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** The time that each pair took in its worker, as the run's journal tells, all together. */
function workingSeconds(out: string): number {
  const lines = readFileSync(join(out, '.atoa/journal.jsonl'), 'utf8').trim().split('\n');
  const told = lines.map((line) => JSON.parse(line) as { outcome?: { seconds: number } });
  return told.reduce((sum, { outcome }) => sum + (outcome?.seconds ?? 0), 0);
}

function ownMedians(all: OwnUsage[]): OwnUsage {
  return { ...medians(all), working: median(all.map(({ working }) => working)) };
}

function medians(all: Usage[]): Usage {
  return { wall: median(all.map(({ wall }) => wall)), cpu: median(all.map(({ cpu }) => cpu)) };
}
