import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDataset } from '@/dataset';
import { atoa, jsonLines } from '../support/cli';
import { hasReference, NO_REFERENCE, REFERENCE } from '../support/reference';

describe('atoa run on ASDF files', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'atoa-asdf-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const configure = (text: string) =>
    writeFile(join(folder, 'atoa.yaml'), `${text}\npaths: { observed: in.h5, synthetics: in.h5 }\n`);
  const documents = (path: string) =>
    readDataset(path, (dataset) => [dataset.quakeml(), dataset.stationXml('NZ.BFZ')].map((bytes) => `${bytes}`));

  it.skipIf(!hasReference)(
    `measures again what Pyatoa has stored, and gives its numbers ${hasReference ? '' : NO_REFERENCE}`,
    async () => {
      await copyFile(join(REFERENCE, 'asdf_example.h5'), join(folder, 'in.h5'));
      await configure('iteration: 1\nstep_count: 0\nmin_period: 8\nmax_period: 20\nexecutive: { steps: [window] }');
      const { code, stdout } = await atoa(['run', folder, '--json'], folder);
      const [pair] = jsonLines(stdout);
      expect(code).toBe(0);
      expect(pair).toMatchObject({
        ...{ event: '2018p130600', station: 'NZ.BFZ', nwin: 2, misfit: expect.closeTo(1.989, 9) as number },
        components: {
          N: { misfit: expect.closeTo(1.7298, 9) as number, windows: [{ left: 1199, right: 2236 }] },
          Z: { misfit: expect.closeTo(0.2592, 9) as number, windows: [{ left: 599, right: 1293 }] },
        },
      });
      const before = await documents(join(folder, 'in.h5'));
      expect(await documents(join(folder, 'datasets/2018p130600.h5'))).toEqual(before);
    },
  );

  it('reads raw counts and synthetics that pyasdf wrote', async () => {
    await copyFile(resolve('test/reference/data/formats/pyasdf.h5'), join(folder, 'in.h5'));
    await configure('min_period: 0.5\nmax_period: 2\nexecutive: { steps: [standardize, preprocess] }');
    const { stdout, code } = await atoa(['run', folder, '--json', '--stations', 'NZ.*.*.*Z'], folder);
    const lines = jsonLines(stdout);
    expect(lines.find(({ station }) => station === 'NZ.BFZ')).toMatchObject({ status: 'ok', error: null });
    expect(lines.find(({ station }) => station === 'NZ.KNZ')).toMatchObject({ error: { code: 'no-synthetic' } });
    expect(code).toBe(1);
  });
});
