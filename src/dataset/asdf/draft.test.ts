import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { examplePair } from '../../../test/support/examplePair';
import { snapshot } from '../../../test/faults/support/snapshot';
import { writeSpool } from '../spool';
import { commitEvent, DatasetDraft } from './commit';
import { readDataset } from './read';

const folder = mkdtempSync(join(tmpdir(), 'atoa-draft-'));
afterAll(() => rmSync(folder, { recursive: true }));
const datasets = join(folder, 'datasets');
const target = join(datasets, '2018p130600.h5');
const request = { target, event: '2018p130600' };
beforeEach(() => rmSync(datasets, { recursive: true, force: true }));

/** The spool file of the example pair at another station. */
function spool(code: string, misfit = 1.5): string {
  const pair = examplePair();
  pair.key.station = `NZ.${code}`;
  pair.station!.code = code;
  for (const { observed, synthetic, adjoint } of pair.result.components) {
    observed.station = synthetic.station = code;
    adjoint!.misfit = misfit;
  }
  const path = join(folder, `NZ.${code}.spool`);
  writeSpool(path, pair);
  return path;
}

const misfitOf = (station: string) =>
  readDataset(target, (dataset) => dataset.adjointSource('i01/s00', station, 'BXN')?.misfit);

describe('a dataset begun before all pairs are done', () => {
  it('holds the same, object for object, as one written at once', async () => {
    const spools = ['AAA', 'BBB', 'CCC', 'DDD'].map((code) => spool(code));
    const report = await commitEvent({ ...request, spools });
    const atOnce = await snapshot(datasets);
    expect(Object.keys(Object.values(atOnce.datasets)[0]!).length).toBeGreaterThan(4 * 12);
    rmSync(target);
    const draft = await DatasetDraft.begin(request);
    draft.add(spools.slice(0, 1));
    draft.add(spools.slice(1, 3));
    expect(readdirSync(datasets)).toEqual(['2018p130600.h5.part']);
    expect(await commitEvent({ ...request, spools }, draft)).toEqual(report);
    expect(readdirSync(datasets)).toEqual(['2018p130600.h5']);
    expect(await snapshot(datasets)).toEqual(atOnce);
  });

  it('is begun anew where a pair was measured again, and where the pairs are others', async () => {
    const [first, second] = [spool('AAA'), spool('BBB')];
    let draft = await DatasetDraft.begin(request);
    draft.add([first, second]);
    spool('AAA', 99);
    await commitEvent({ ...request, spools: [first, second] }, draft);
    expect([await misfitOf('NZ.AAA'), await misfitOf('NZ.BBB')]).toEqual([99, 1.5]);

    rmSync(target);
    draft = await DatasetDraft.begin(request);
    draft.add([second]);
    expect((await commitEvent({ ...request, spools: [first] }, draft)).pairs).toBe(1);
    expect(await readDataset(target, (dataset) => dataset.stations())).toEqual(['NZ.AAA']);
  });

  it('is added to a dataset that has come meanwhile', async () => {
    const [first, second] = [spool('AAA'), spool('BBB')];
    const draft = await DatasetDraft.begin(request);
    draft.add([second]);
    const other = join(folder, 'other.h5');
    await commitEvent({ ...request, target: other, spools: [first] });
    writeFileSync(target, readFileSync(other));
    await commitEvent({ ...request, spools: [second] }, draft);
    expect(await readDataset(target, (dataset) => dataset.stations())).toEqual(['NZ.AAA', 'NZ.BBB']);
    expect(() => draft.add([first])).toThrow();
  });

  it('leaves nothing behind where it is given up, or a spool file is damaged', async () => {
    const draft = await DatasetDraft.begin(request);
    draft.add([spool('AAA')]);
    draft.abandon();
    expect(readdirSync(datasets)).toEqual([]);

    const damaged = spool('BBB');
    writeFileSync(damaged, readFileSync(damaged).subarray(0, 100));
    const second = await DatasetDraft.begin(request);
    expect(() => second.add([damaged])).toThrow('is cut short');
    expect(readdirSync(datasets)).toEqual([]);
    expect(existsSync(target)).toBe(false);
  });
});
