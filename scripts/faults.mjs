// `npm run test:faults [-- <rounds>] [-- <name of a test file>]`: fault injection on the built program, with a table at the
// end. Short (2 kills of each kind, 800 mutations of each format) where no number is given; 100 is the long form.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const args = process.argv.slice(2);
const files = readdirSync(join(root, 'test/faults')).flatMap((name) => name.match(/^(.+)\.test\.ts$/)?.[1] ?? []);
const unknown = args.find((arg) => !/^\d+$/.test(arg) && !files.some((file) => `${file}.test.ts`.startsWith(arg)));
if (unknown !== undefined) {
  const isHelp = unknown === '--help' || unknown === '-h';
  const usage = `usage: npm run test:faults -- [rounds] [file ...]
  rounds  kills of each kind, 2 where left out; 100 is the long form
  file    ${files.join(', ')}; all where left out
ATOA_FAULT_SEED sets the seed of moments and mutations.`;
  console[isHelp ? 'log' : 'error'](isHelp ? usage : `${unknown} is no file of test/faults\n${usage}`);
  process.exit(isHelp ? 0 : 2);
}
const rounds = args.find((arg) => /^\d+$/.test(arg)) ?? process.env.ATOA_FAULT_ROUNDS ?? '2';
const names = args.filter((arg) => !/^\d+$/.test(arg)).map((name) => `test/faults/${name}`);
const folder = mkdtempSync(join(tmpdir(), 'atoa-faults-report-'));
const report = join(folder, 'rows.json');
const builder = resolve(root, 'scripts/build.mjs');
const build = spawnSync(process.execPath, [builder, '--logLevel', 'error'], { cwd: root, stdio: 'inherit' });
if (build.status !== 0) process.exit(build.status ?? 1);
const vitest = resolve(root, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--project', 'end-to-end', ...(names.length > 0 ? names : ['test/faults'])],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ATOA_FAULT_ROUNDS: rounds, ATOA_FAULT_REPORT: report },
  },
);
const rows = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : [];
rmSync(folder, { recursive: true, force: true });
console.log('\n| fault | |\n|---|---|');
for (const { fault, ...figures } of rows) {
  const told = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  console.log(`| ${fault} | ${told.join(', ')} |`);
}
process.exit(status ?? 1);
