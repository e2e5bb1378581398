import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultParameters } from '@/core/config';
import type { GatheredPair, Gatherer, PairFiles } from '@/project';
import { GatheredPairs } from './gatheredPairs';

let folder: string;
let read: string[];
let pairs: GatheredPairs;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atoa-gathered-'));
  read = [];
  const gather = async ({ station }: PairFiles) => {
    read.push(station);
    if (station === 'NZ.BAD') throw new Error('unreadable');
    return { warnings: [station] } as unknown as GatheredPair;
  };
  pairs = new GatheredPairs({ gather } as unknown as Gatherer);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const parameters = defaultParameters();
const filesOf = (station: string): PairFiles => ({
  ...{ event: 'a', station, channels: [], eventFile: null, stationFiles: [], synthetic: [], archived: false },
  observed: [join(folder, 'record')],
});

describe('pairs that are looked at', () => {
  it('are read once, whatever is tried on them', async () => {
    await pairs.get(filesOf('NZ.A'), parameters);
    await pairs.get(filesOf('NZ.A'), { ...parameters, min_period: 5 });
    expect(read).toEqual(['NZ.A']);
  });

  it('are read again when a file has changed, and when other records of it are wanted', async () => {
    await pairs.get(filesOf('NZ.A'), parameters);
    await writeFile(join(folder, 'record'), 'new');
    await pairs.get(filesOf('NZ.A'), parameters);
    await pairs.get(filesOf('NZ.A'), { ...parameters, preprocess: { ...parameters.preprocess, gaps: 'zero' } });
    expect(read).toHaveLength(3);
  });

  it('are forgotten when two dozen others were looked at since', async () => {
    await pairs.get(filesOf('NZ.A'), parameters);
    for (let i = 0; i < 24; i++) await pairs.get(filesOf(`NZ.B${i}`), parameters);
    await pairs.get(filesOf('NZ.A'), parameters);
    expect(read.filter((station) => station === 'NZ.A')).toHaveLength(2);
  });

  it('are tried again after a failure', async () => {
    for (let i = 0; i < 2; i++) await expect(pairs.get(filesOf('NZ.BAD'), parameters)).rejects.toThrow('unreadable');
    expect(read).toHaveLength(2);
  });
});
