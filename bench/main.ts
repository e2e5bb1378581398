import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { BenchCase } from './cases/case';
import { makeBfz, makeRawBfz } from './cases/bfz';
import { makeLong } from './cases/long';
import { makeMpi } from './cases/small';
import { readOptions, USAGE, type BenchOptions } from './options';
import { benchCores } from './cores';
import { benchOverhead } from './overhead';
import { benchScale } from './scale';
import { benchStages } from './stages';
import { benchUi } from './ui';
import { benchWhole } from './whole';

const root = resolve(import.meta.dirname, '../..');
const reference = resolve(root, '../shared/reference');

const options = readOptions(process.argv.slice(2), root);
if (options === null) console.log(USAGE);
else await bench(options);

async function bench(options: BenchOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'atoa-bench-'));
  try {
    const { sections } = options;
    const needCases = sections.some((section) => ['stages', 'whole', 'cores', 'overhead'].includes(section));
    const cases = needCases ? await makeCases(folder, options) : [];
    const results = {
      at: new Date().toISOString(),
      machine: { node: process.version, cores: cpus().length, model: cpus()[0]?.model ?? '' },
      options: { runs: options.runs, pairs: options.pairs, short: options.short },
      stages: sections.includes('stages') ? await benchStages(cases, options.short ? 5 : 25, !options.short) : null,
      whole: sections.includes('whole') ? await benchWhole(cases, folder, options, root) : null,
      cores: sections.includes('cores') ? await benchCores(cases, folder, options) : null,
      overhead: sections.includes('overhead') ? await benchOverhead(cases, folder, options) : null,
      scale: sections.includes('scale') ? await benchScale(folder, options) : null,
      ui: sections.includes('ui') ? await benchUi(folder, options) : null,
    };
    mkdirSync(dirname(options.output), { recursive: true });
    writeFileSync(options.output, `${JSON.stringify(results, null, 1)}\n`);
    console.log(`\nwritten to ${options.output}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeCases(folder: string, { pairs, short }: BenchOptions): Promise<BenchCase[]> {
  const cases: BenchCase[] = [];
  if (existsSync(reference)) {
    cases.push(await makeBfz(folder, reference, pairs), await makeRawBfz(folder, reference, pairs));
    cases.push(makeMpi(folder, reference));
  } else {
    console.log('cases A and C are left out: the folder ../shared/reference is not here');
  }
  cases.push(makeLong(folder, pairs, false));
  if (!short) cases.push(makeLong(folder, pairs, true));
  return cases.sort((a, b) => (a.name < b.name ? -1 : 1));
}
