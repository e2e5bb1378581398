import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJournal } from '@/executive';
import { makeMany } from './cases/small';
import { run } from './children';
import { watchMemory } from './memory';
import type { BenchOptions } from './options';
import { printTable } from './table';
import { atoaArguments } from './whole';

export interface ScaleResult {
  pairs: number;
  /** s */
  wall: number;
  cpu: number;
  pairsPerSecond: number;
  /** Largest resident memory, MB; not a number where the system does not tell. */
  memory: { host: number; worker: number; writer: number };
  /** s of a second run that finds everything done. */
  resume: number;
  /** s that reading the journal takes of it. */
  scan: number;
}

/** Many pairs of small traces: throughput, memory, and what a resume takes. */
export async function benchScale(folder: string, options: BenchOptions): Promise<ScaleResult[]> {
  const results: ScaleResult[] = [];
  for (const pairs of options.scale) results.push(await measure(pairs, folder, options));
  printTable(
    'Scale: pairs of 500 samples, 2 workers',
    ['pairs', 'wall s', 'CPU s', 'pairs/s', 'CPU ms/pair', 'host MB', 'worker MB', 'writer MB', 'resume s', 'scan s'],
    results.map(({ pairs, wall, cpu, pairsPerSecond, memory, resume, scan }) => [
      ...[String(pairs), wall, cpu, pairsPerSecond, (1000 * cpu) / pairs],
      ...[memory.host, memory.worker, memory.writer, resume, scan],
    ]),
  );
  return results;
}

async function measure(pairs: number, folder: string, { app }: BenchOptions): Promise<ScaleResult> {
  const { project } = makeMany(folder, pairs);
  const out = mkdtempSync(join(folder, 'out-'));
  try {
    const args = atoaArguments(app, project, out, 2);
    const environment = { XDG_CONFIG_HOME: out };
    const stop = watchMemory();
    const first = await run(process.execPath, args, app, environment);
    const memory = stop();
    const again = await run(process.execPath, args, app, environment);
    const began = performance.now();
    await readJournal(join(out, '.atoa/journal.jsonl'));
    const scan = (performance.now() - began) / 1000;
    const table = readFileSync(join(out, 'misfits.csv'), 'utf8').trim().split('\n').length - 1;
    if (table !== pairs) throw new Error(`misfits.csv has ${table} lines of ${pairs} pairs`);
    return { pairs, ...first, pairsPerSecond: pairs / first.wall, memory, resume: again.wall, scan };
  } finally {
    rmSync(out, { recursive: true, force: true });
    rmSync(project, { recursive: true, force: true });
  }
}
