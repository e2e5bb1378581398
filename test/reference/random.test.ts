import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Ledger } from './support/ledger';
import { compareRandom, readRandomPairs, type RandomPair } from './support/randomPairs';

const python = process.env['ATOA_REFERENCE_PYTHON'];
const first = Number(process.env['ATOA_RANDOM_SEED'] ?? 1);
const count = Number(process.env['ATOA_RANDOM_PAIRS'] ?? 40);
/** One that was made before. */
const made = process.env['ATOA_RANDOM_FOLDER'];
const folder =
  python === undefined && made === undefined ? null : (made ?? mkdtempSync(join(tmpdir(), 'atoa-random-')));

const reason = folder === null ? ' (skipped: ATOA_REFERENCE_PYTHON names no Python with the reference stack)' : '';

describe.skipIf(folder === null)(`random pairs agree with the reference stack${reason}`, () => {
  const pairs = folder === null ? [] : pairsIn(folder);
  const ledger = new Ledger();

  it.each(pairs.map((pair) => [pair.seed, pair] as const))('seed %i', (seed, pair) => {
    const { verdict, comparisons } = compareRandom(pair);
    expect(verdict, `seed ${seed}`).toBe('');
    ledger.note('random pairs', comparisons);
  });

  afterAll(() => {
    ledger.print('Largest deviations from the reference stack');
    if (made === undefined) rmSync(folder!, { recursive: true });
  });
});

function pairsIn(folder: string): RandomPair[] {
  if (made === undefined) {
    const script = resolve(import.meta.dirname, 'make-random.py');
    execFileSync(python!, [script, folder, String(first), String(count)], { stdio: ['ignore', 'ignore', 'ignore'] });
  }
  return readRandomPairs(folder);
}
