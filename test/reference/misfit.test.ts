import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { measureCase, sourceDeviation, type MisfitCase } from '../support/misfitCase';

/** Misfits, statistics: relative. Adjoint sources: relative to their maximum. */
const BOUND = 1e-6;

const file = process.env['ATOA_MISFIT_CASES'] ?? resolve(import.meta.dirname, 'data/misfit.json');
const cases = JSON.parse(readFileSync(file, 'utf8')) as MisfitCase[];

const relative = (a: number, b: number) => Math.abs(a - b) / Math.max(Math.abs(b), 1e-12);

describe(`misfit functions agree with the reference stack in ${cases.length} made-up cases`, () => {
  const worst = new Map<string, { cases: number; misfit: number; source: number }>();

  it.each(cases.map((c) => [c.seed, c.type, c] as const))('case %i, %s', (_, type, c) => {
    const { misfit, windows, sources } = measureCase(c);
    const { expected } = c;
    const misfitDeviation = relative(misfit, expected.misfit);
    const largest = Math.max(...sources.map((source, i) => sourceDeviation(source, expected.sources[i])));
    const before = worst.get(type) ?? { cases: 0, misfit: 0, source: 0 };
    worst.set(type, {
      cases: before.cases + 1,
      misfit: Math.max(before.misfit, misfitDeviation),
      source: Math.max(before.source, largest),
    });
    expect(windows.map((w) => w.type)).toEqual(expected.windows.map(([name]) => name));
    windows.forEach((window, i) => {
      const { tshift, dlna, sigmaDt, sigmaDlna, misfitDt, misfitDlna } = window;
      const [, ...statistics] = expected.windows[i];
      [tshift, dlna, sigmaDt, sigmaDlna, misfitDt, misfitDlna].forEach((value, k) => {
        const wanted = statistics[k];
        if (wanted === null || value === null) expect(value).toBe(wanted);
        else expect(Math.min(relative(value, wanted), Math.abs(value - wanted))).toBeLessThan(BOUND);
      });
    });
    expect(misfitDeviation).toBeLessThan(BOUND);
    expect(largest).toBeLessThan(BOUND);
  });

  afterAll(() => {
    const rows = [...worst].map(([type, w]) => [
      type.padEnd(20),
      String(w.cases).padStart(3),
      w.misfit.toExponential(1),
      w.source.toExponential(1),
    ]);
    process.stdout.write(
      ['misfit function, cases, misfit, source', ...rows.map((r) => r.join('  '))].join('\n') + '\n',
    );
  });
});
