import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PairOutcome } from '@/core/model';
import { atoa, jsonLines } from '../support/cli';
import { hasReference, NO_REFERENCE, REFERENCE, referenceJson } from '../support/reference';

interface ReferenceWindow {
  left_index: number;
  right_index: number;
}

/** The projects that the reference stack was run on, through the whole command line. */
describe.skipIf(!hasReference)(`reference projects${hasReference ? '' : ` (${NO_REFERENCE})`}`, () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'atoa-projects-'));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Runs a project of the reference, which stays as it is: outputs go elsewhere. */
  async function run(name: string) {
    const out = join(folder, name);
    const project = join(REFERENCE, 'projects', name);
    const { code, stdout, stderr } = await atoa(['run', project, '--out', out, '--json'], folder);
    expect([code, stderr]).toEqual([0, '']);
    const lines = jsonLines(stdout);
    return { out, pairs: lines.slice(0, -1) as unknown as PairOutcome[], summary: lines.at(-1)!.summary };
  }

  const close = (value: number | null, expected: number) =>
    expect(Math.abs(value! - expected) / Math.abs(expected)).toBeLessThan(1e-6);

  it.each(['bfz', 'bfz-slist'])('%s gives the windows and the misfit of the reference', async (name) => {
    const { pairs, out } = await run(name);
    expect(pairs).toHaveLength(1);
    const [pair] = pairs;
    expect(pair!.nwin).toBe(2);
    const bounds = Object.fromEntries(
      Object.entries(pair!.components).map(([component, { windows }]) => [
        component,
        windows.map(({ left, right }) => [left, right]),
      ]),
    );
    expect(bounds).toMatchObject({ N: [[1199, 2236]], Z: [[599, 1293]] });
    close(pair!.misfit, 1.9889999999999999);
    close(pair!.components.N!.misfit, 1.7297999999999998);
    close(pair!.components.Z!.misfit, 0.2592);
    expect((await readdir(join(out, 'adjsrcs/2018p130600'))).sort()).toEqual([
      ...['E', 'N', 'Z'].map((component) => `NZ.BFZ.BX${component}.adj`),
      'STATIONS_ADJOINT',
    ]);
    expect(await readFile(join(out, 'logs/2018p130600_NZ_BFZ.txt'), 'utf8')).toContain('1199-2236');
  });

  it('mpi30 gives the 48 windows and the misfits of the reference', async () => {
    const { pairs, summary } = await run('mpi30');
    expect(summary).toMatchObject({ pairs: 30, ok: 30, failed: 0, windows: 48 });
    close((summary as { misfit: number }).misfit, 115.2432);
    interface Case {
      misfit: number;
      windows: Record<string, ReferenceWindow[]>;
    }
    const reference = referenceJson<{ pairs: Record<string, Case> }>('mpi30').pairs;
    for (const { event, station, misfit, components } of pairs) {
      const expected = reference[`${event}/${station}.BXY`]!;
      close(misfit, expected.misfit);
      expect(components.Y!.windows.map(({ left, right }) => [left, right])).toEqual(
        expected.windows.Y!.map((window) => [window.left_index, window.right_index]),
      );
    }
  });
});
