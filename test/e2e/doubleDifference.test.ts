import { mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDataset } from '@/dataset';
import { atoa, jsonLines } from '../support/cli';

const STATIONS = 5;

/** Double differences between the stations of two events, through the command line. */
describe('double differences on the command line', () => {
  let folder: string;
  let project: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'atoa-differences-'));
    project = join(folder, 'demo');
    const { code } = await atoa(['demo', project, '--events', '2', '--stations', String(STATIONS)], folder);
    expect(code).toBe(0);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const settings = ['--set', 'adj_src_type=cc_traveltime_dd', '--set', 'double_difference.max_distance=400'];

  async function run(out: string, ...args: string[]) {
    const to = ['--out', join(folder, out), '--json'];
    const { code, stdout, stderr } = await atoa(['run', project, ...to, ...settings, ...args], folder);
    expect([code, stderr]).toEqual([0, '']);
    return jsonLines(stdout).filter((line) => 'event' in line) as { event: string; misfit: number | null }[];
  }

  const read = (...path: string[]) => readFile(join(folder, ...path), 'utf8');
  async function begun(out: string): Promise<number> {
    const lines = (await read(out, '.atoa/journal.jsonl')).split('\n');
    return lines.filter((line) => line.startsWith('{"kind":"pair"')).length;
  }

  it('give the same tables and sources with one worker and with two', async () => {
    const two = await run('two', '--max-stations', '2');
    await run('one', '--max-stations', '1');
    expect(two).toHaveLength(2 * STATIONS);
    for (const event of new Set(two.map((line) => line.event))) {
      const table = await read('two', 'adjsrcs', event, 'pairs.csv');
      expect(table).toMatch(/^event,station_a,station_b,component,distance_km,similarity,windows,misfit\n/);
      expect(await read('one', 'adjsrcs', event, 'pairs.csv')).toBe(table);
      const rows = table.trim().split('\n').slice(1);
      expect(rows.length).toBeGreaterThan(2);
      const ofPairs = rows.reduce((sum, row) => sum + Number(row.split(',').at(-1)), 0);
      const ofStations = two.filter((line) => line.event === event).reduce((sum, { misfit }) => sum + (misfit ?? 0), 0);
      expect(ofStations).toBeCloseTo(ofPairs, 9);

      const names = (await readdir(join(folder, 'two/adjsrcs', event))).filter((name) => name.endsWith('.adj'));
      expect(names.length).toBeGreaterThan(2);
      for (const name of names) {
        expect(await read('two/adjsrcs', event, name)).toBe(await read('one/adjsrcs', event, name));
      }
      await readDataset(join(folder, `two/datasets/${event}.h5`), (dataset) => {
        const [station, channel] = [names[0]!.split('.').slice(0, 2).join('.'), names[0]!.split('.')[2]!];
        expect(dataset.adjointSource('i01/s00', station, channel)).toMatchObject({ type: 'cc_traveltime_dd' });
      });
    }
    expect(await read('one/misfits.csv')).toBe(await read('two/misfits.csv'));
  });

  it('are done again for a whole event when one of its pairs has changed', async () => {
    const table = await read('two/misfits.csv');
    await run('two');
    expect(await begun('two')).toBe(2 * STATIONS);
    const [event] = await readdir(join(project, 'observed'));
    const [name] = await readdir(join(project, 'observed', event!));
    await utimes(join(project, 'observed', event!, name!), new Date(), new Date());
    await run('two');
    expect(await begun('two')).toBe(3 * STATIONS);
    expect(await read('two/misfits.csv')).toBe(table);
  });

  it('are exported as a table of station pairs', async () => {
    const out = ['--out', join(folder, 'two')];
    const { code, stdout } = await atoa(['export', project, '--table', 'pairs', ...out, ...settings], folder);
    expect(code).toBe(0);
    const events = await readdir(join(folder, 'two/adjsrcs'));
    const tables = await Promise.all(events.sort().map((event) => read('two/adjsrcs', event, 'pairs.csv')));
    expect(stdout.split('\n').filter((line) => line !== '')).toHaveLength(
      tables.reduce((sum, text) => sum + text.trim().split('\n').length - 1, 1),
    );
  });

  it('in several bands are refused', async () => {
    const bands = ['--set', 'preprocess.period_bands=[[10, 30], [20, 60]]'];
    const { code, stderr } = await atoa(['run', project, ...settings, ...bands], folder);
    expect([code, stderr]).toEqual([2, expect.stringContaining('a double difference is measured in one band')]);
  });
});
