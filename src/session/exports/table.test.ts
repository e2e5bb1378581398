import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultParameters } from '@/core/config';
import type { PairOutcome } from '@/core/model';
import { ALL_ROWS } from '@/inspector';
import { SessionError } from '../error';
import { Exits } from './exits';
import { exportTable, previewTable, type TableSource } from './table';

const trace = { channel: 'NZ.BFZ.10.HHZ', starttime: '2018-02-18T07:43:28Z', delta: 0.03 };
const windows = [{ left: 10, right: 40, cc: 0.8, dt: -1.5, dlnA: 0, weight: 6 }];

function pair(event: number, station: number): PairOutcome {
  return {
    ...{ event: `event ${event}`, station: `NZ.S${station}`, status: 'ok', misfit: station / 7, nwin: 1 },
    components: { Z: { misfit: station / 7, nwin: 1, windows, trace } },
    ...{ distanceKm: 1, azimuthDeg: 2, backazimuthDeg: 3, error: null, warnings: [], seconds: 0, timings: {} },
  };
}

let folder: string;
let exits: Exits;
const source: TableSource = {
  outcomes: Array.from({ length: 60 }, (_, i) => pair(i % 3, i)),
  parameters: defaultParameters(),
  version: '1.2.3',
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atoa-tables-'));
});

afterEach(async () => {
  await exits.close();
  await rm(folder, { recursive: true });
});

const dialogs = (path: string | null) => ({ chooseFolder: async () => null, saveFile: async () => path });

describe('a table that is exported', () => {
  it('goes where the user says, whole or not at all', async () => {
    const path = join(folder, 'misfits.csv');
    exits = new Exits(dialogs(path));
    expect(await exportTable(source, { table: 'misfits', format: 'csv' }, exits)).toEqual({ kind: 'saved', path });
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(61);
    expect(lines[1]).toMatch(/^event 0,NZ\.S0,ok,0,1,/);
    expect(await readdir(folder)).toEqual(['misfits.csv']);

    exits = new Exits(dialogs(null));
    expect(await exportTable(source, { table: 'misfits', format: 'csv' }, exits)).toEqual({ kind: 'cancelled' });
    exits = new Exits(dialogs(join(folder, 'nowhere', 'misfits.csv')));
    await expect(exportTable(source, { table: 'misfits', format: 'csv' }, exits)).rejects.toThrow(/nowhere/);
    expect(await readdir(folder)).toEqual(['misfits.csv']);
  });

  it('is left for the page to download where there are no dialogs, and goes with the session', async () => {
    exits = new Exits(null);
    const filter = { ...ALL_ROWS, events: ['event 1'] };
    const result = await exportTable(source, { table: 'windows', format: 'parquet', filter }, exits);
    if (result.kind !== 'download') throw new Error(result.kind);
    expect(result.name).toBe('windows.parquet');
    expect(result.url).toMatch(/^\/exports\/[\w-]{32}$/);
    const { path } = exits.download(result.url.split('/').at(-1)!)!;
    const bytes = await readFile(path);
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
    const rows = await parquetReadObjects({ file });
    expect(rows).toHaveLength(20);
    expect(rows[0]).toMatchObject({ event: 'event 1', station: 'NZ.S1', left: 10, cc: 0.8, dt: -1.5 });
    await exits.close();
    await expect(readFile(path)).rejects.toThrow(/ENOENT/);
    expect(exits.download('anything')).toBeNull();
  });

  it('is previewed with its first rows and the count of all', async () => {
    exits = new Exits(null);
    const filter = { ...ALL_ROWS, misfit: { min: 5, max: null } };
    const preview = await previewTable(source, { table: 'misfits', columns: ['station', 'misfit'], filter, rows: 2 });
    expect(preview).toMatchObject({ columns: ['station', 'misfit'], total: 25 });
    expect(preview.rows).toEqual([
      ['NZ.S36', 36 / 7],
      ['NZ.S39', 39 / 7],
    ]);
    expect(preview.offered.find(({ name }) => name === 'message')).toMatchObject({ optional: true });
  });

  it('is refused where a column is asked for that there is not', async () => {
    exits = new Exits(null);
    const request = { table: 'windows', columns: ['nonsense'], rows: 1 } as const;
    await expect(previewTable(source, { ...request, columns: ['nonsense'] })).rejects.toThrow(SessionError);
    await expect(exportTable(source, { table: 'windows', columns: ['x'], format: 'csv' }, exits)).rejects.toThrow(
      /"x"/,
    );
  });
});
