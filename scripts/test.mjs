// The one test command: build, type check, lint, unit, reference and end-to-end tests, and the benchmarks in their short form,
// in this order.
// It goes on after a failure, so that one run tells all, and closes with one line.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'atoa-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };

function npm(script, ...args) {
  console.log(`\n— npm run ${[script, ...args].join(' ')}`);
  const { status } = spawnSync('npm', ['run', '--silent', script, ...args], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  total[status === 0 ? 'passed' : 'failed'] += 1;
  return status === 0;
}

function tests(project) {
  console.log(`\n— tests: ${project}`);
  const report = join(folder, `${project}.json`);
  const vitest = resolve(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--project', project, ...reporters], {
    cwd: root,
    stdio: 'inherit',
  });
  let counts = null;
  try {
    counts = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    total.failed += 1;
    return;
  }
  total.passed += counts.numPassedTests;
  total.failed += counts.numFailedTests;
  total.skipped += counts.numPendingTests + counts.numTodoTests;
  // An error outside any test (a file that does not load) fails the run without a failed test.
  if (status !== 0 && counts.numFailedTests === 0) total.failed += 1;
}

const built = npm('build');
npm('typecheck');
npm('lint');
tests('unit');
tests('reference');
if (built) {
  tests('end-to-end');
  npm('bench', '--', '--short');
}
rmSync(folder, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);
