import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSeconds, formatTime, type Trace } from '@/core/model';
import { readMiniSeed, writeSac } from '@/formats';
import { atoa, jsonLines } from '../support/cli';

interface Component {
  misfit: number | null;
  windows: { left: number; right: number; cc: number }[];
}
interface Line {
  station: string;
  status: string;
  misfit: number;
  components: Record<string, Component>;
}

const FORMATS: Record<string, (trace: Trace) => Uint8Array | string> = {
  'big.SAC': (trace) => writeSac(trace, { littleEndian: false }),
  'little.sac': (trace) => writeSac(trace),
  slist: (trace) => `${header(trace, 'SLIST')}${[...trace.data].join('\n')}\n`,
  tspair: (trace) => `${header(trace, 'TSPAIR')}${[...trace.data].map((value, i) => pair(trace, value, i)).join('')}`,
};

const header = ({ network, station, location, channel, data, delta, starttime }: Trace, layout: string) =>
  `TIMESERIES ${network}_${station}_${location}_${channel}_D, ${data.length} samples, ${1 / delta} sps, ` +
  `${formatTime(starttime).slice(0, -1)}, ${layout}, INTEGER, counts\n`;
const pair = ({ starttime, delta }: Trace, value: number, i: number) =>
  `${formatTime(addSeconds(starttime, i * delta)).slice(0, -1)}  ${value}\n`;

describe('observed records in other formats than miniSEED', () => {
  let folder: string;
  let expected: Line[];

  const run = async (project: string) => {
    const { code, stdout } = await atoa(['run', project, '--json'], folder);
    expect(code).toBe(0);
    const lines = jsonLines(stdout).slice(0, -1) as unknown as Line[];
    return lines.sort((a, b) => (a.station < b.station ? -1 : 1));
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'atoa-formats-'));
    await atoa(['demo', join(folder, 'demo'), '--events', '1', '--stations', '2'], folder);
    expected = await run(join(folder, 'demo'));
    expect(expected.map(({ status }) => status)).toEqual(['ok', 'ok']);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(Object.keys(FORMATS))('give the same windows and misfits as %s', async (ending) => {
    const project = join(folder, ending);
    for (const part of ['atoa.yaml', 'events', 'stations', 'synthetics', 'observed']) {
      await cp(join(folder, 'demo', part), join(project, part), { recursive: true });
    }
    const [event] = await readdir(join(project, 'observed'));
    const records = join(project, 'observed', event!);
    for (const name of await readdir(records)) {
      const [trace] = readMiniSeed(await readFile(join(records, name)), name);
      await rm(join(records, name));
      await writeFile(join(records, name.replace('mseed', ending)), FORMATS[ending]!(trace!));
    }
    const lines = await run(project);
    expect(lines).toHaveLength(2);
    lines.forEach((line, i) => {
      const before = expected[i]!;
      expect(Math.abs(line.misfit / before.misfit - 1)).toBeLessThan(1e-6);
      const bounds = ({ windows }: Component) => windows.map(({ left, right }) => [left, right]);
      expect(Object.values(line.components).map(bounds)).toEqual(Object.values(before.components).map(bounds));
    });
  });
});
