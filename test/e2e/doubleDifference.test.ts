import { cp, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PairDetail } from '@/api';
import { readDataset } from '@/dataset';
import { atoa, jsonLines, start } from '../support/cli';

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

  it('are shown pair by pair with what was measured between stations', async () => {
    const server = start(['serve', '--no-open'], folder);
    try {
      const address = await new Promise<URL>((found) => {
        server.onLine((line) => {
          const url = /http:\/\/\S+/.exec(line)?.[0];
          if (url) found(new URL(url));
        });
      });
      const call = async <T>(method: string, input: object): Promise<T> => {
        const headers = { 'content-type': 'application/json', 'x-atoa-token': address.searchParams.get('token') ?? '' };
        const request = { method: 'POST', headers, body: JSON.stringify(input) };
        const answer = (await (await fetch(`${address.origin}/api/${method}`, request)).json()) as { value: T };
        return answer.value;
      };
      const shown = join(folder, 'shown');
      await cp(project, shown, { recursive: true });
      const { stdout, code } = await atoa(['run', shown, '--json', ...settings], folder);
      expect(code).toBe(0);
      const lines = jsonLines(stdout).filter((line) => 'event' in line) as { station: string; misfit: number | null }[];
      const yaml = await readFile(join(shown, 'atoa.yaml'), 'utf8');
      const differences = 'adj_src_type: cc_traveltime_dd\ndouble_difference:\n  max_distance: 400\n';
      await writeFile(join(shown, 'atoa.yaml'), `${yaml.replace(/^adj_src_type:.*\n/m, '')}\n${differences}`);
      await call('openProject', { path: shown });
      const event = (await readdir(join(shown, 'observed')))[0]!;
      const [{ station, misfit }] = lines.filter((line) => line.misfit !== null) as [
        { station: string; misfit: number },
      ];
      const detail = await call<PairDetail>('pairDetail', { event, station, width: 400 });
      expect(detail).toMatchObject({ source: 'run', error: null, outcome: { misfit } });
      const sum = detail.components.reduce((total, each) => total + (each.misfit ?? 0), 0);
      expect(sum).toBeCloseTo(misfit, 9);
      await readDataset(join(shown, `datasets/${event}.h5`), (dataset) => {
        const measured = detail.components.filter((each) => each.misfit !== null);
        expect(measured.length).toBeGreaterThan(0);
        for (const { adjoint, syntheticChannel } of measured) {
          const channel = syntheticChannel.split('.').at(-1)!;
          const stored = dataset.adjointSource('i01/s00', station, channel)!;
          expect(stored.type).toBe('cc_traveltime_dd');
          const peak = Math.max(...stored.data.map(Math.abs));
          expect(Math.max(...adjoint!.max, ...adjoint!.min.map((value) => -value))).toBeCloseTo(peak, 12);
        }
      });
    } finally {
      server.process.kill('SIGTERM');
      await server.finished;
    }
  });

  it('in several bands are refused', async () => {
    const bands = ['--set', 'preprocess.period_bands=[[10, 30], [20, 60]]'];
    const { code, stderr } = await atoa(['run', project, ...settings, ...bands], folder);
    expect([code, stderr]).toEqual([2, expect.stringContaining('a double difference is measured in one band')]);
  });
});
