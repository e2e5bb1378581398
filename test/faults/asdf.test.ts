import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AsdfReader, NodeLauncher } from '@/executive';
import type { AsdfReading } from '@/project';
import { atoa, jsonLines } from '../support/cli';
import { SAMPLES } from '../support/fuzz/corpus';
import { mutate } from '../support/fuzz/mutate';
import { generator } from '../support/random';
import { IS_LONG, reportRow, SEED } from './support/report';

const INPUTS = IS_LONG ? 5000 : 200;
/** Seconds that no damaged file may take: the process is ended then. */
const SLOWEST = 5;
const ENTRIES = {
  pair: resolve('out/main/workers/pair.js'),
  writer: resolve('out/main/workers/writer.js'),
};

let home: string;
/** As Atoa's own writer makes it, and one of pyasdf. */
const whole: { name: string; bytes: Uint8Array }[] = [];

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'atoa-asdf-fuzz-'));
  const demo = join(home, 'demo');
  expect((await atoa(['demo', demo, '--events', '1', '--stations', '1'], home)).code).toBe(0);
  expect((await atoa(['run', demo, '--quiet'], home)).code).toBe(0);
  const [line] = (await readFile(join(demo, 'misfits.csv'), 'utf8')).split('\n').slice(1);
  const event = line!.split(',')[0]!;
  whole.push({ name: 'of Atoa', bytes: new Uint8Array(await readFile(join(demo, 'datasets', `${event}.h5`))) });
  const pyasdf = new Uint8Array(await readFile(resolve('test/reference/data/formats/pyasdf.h5')));
  whole.push({ name: 'of pyasdf', bytes: pyasdf });
});
afterAll(() => rm(home, { recursive: true, force: true }));

interface Tally {
  inputs: number;
  read: number;
  refused: number;
  /** Refused because the process that read it was ended. */
  ended: number;
  slowestMs: number;
}

describe('damaged ASDF files', () => {
  it('are read, or refused by name, in a process whose end is no other’s', async () => {
    const random = generator(SEED);
    const tally: Tally = { inputs: 0, read: 0, refused: 0, ended: 0, slowestMs: 0 };
    const file = join(home, 'a.h5');
    const host = { launcher: new NodeLauncher({ entries: ENTRIES }), timeoutSeconds: SLOWEST };
    await AsdfReader.during(host, async (read) => {
      for (const { bytes } of whole) {
        await writeFile(file, bytes);
        expect((await read({ path: file, id: null }, [])).stations).not.toEqual([]);
      }
      for (; tally.inputs < INPUTS; tally.inputs++) {
        const { bytes } = whole[tally.inputs % whole.length]!;
        const other = SAMPLES[Math.floor(random() * SAMPLES.length)]!.bytes;
        await writeFile(file, mutate(bytes, other, random));
        await attempt(read, file, tally);
      }
    });
    reportRow('mutations of ASDF', { ...tally });
    expect(tally.read + tally.refused).toBe(INPUTS);
    expect(tally.refused).toBeGreaterThan(0);
  }, 3_600_000);

  it('end as a problem of the project and of the pair, and the rest of the run goes on', async () => {
    const folder = join(home, 'project');
    await mkdir(join(folder, 'in'), { recursive: true });
    const { bytes } = whole[0]!;
    await writeFile(join(folder, 'in/good.h5'), bytes);
    await writeFile(join(folder, 'in/short.h5'), bytes.subarray(0, bytes.length >> 1));
    await writeFile(join(folder, 'in/torn.h5'), bytes.slice().fill(0xff, 512, 4096));
    await writeFile(
      join(folder, 'atoa.yaml'),
      'iteration: 1\nstep_count: 0\npaths: { observed: in, synthetics: in }\n',
    );
    const inspected = await atoa(['inspect', folder, '--json'], home);
    const { problems, events } = JSON.parse(inspected.stdout) as {
      problems: { file: string }[];
      events: { id: string }[];
    };
    expect(problems.map(({ file }) => file).sort()).toEqual(
      ['short', 'torn'].map((name) => join(folder, `in/${name}.h5`)),
    );
    expect(events.map(({ id }) => id)).toEqual(['good']);
    const { code, stdout } = await atoa(
      ['run', folder, '--json', '--set', 'min_period=10', '--set', 'max_period=60'],
      home,
    );
    expect([code, jsonLines(stdout)[0]]).toEqual([0, expect.objectContaining({ event: 'good', status: 'ok' })]);
  });
});

async function attempt(read: AsdfReading, file: string, tally: Tally): Promise<void> {
  const began = performance.now();
  try {
    const { waveforms, stations, problems } = await read({ path: file, id: null }, []);
    expect([waveforms instanceof Map, Array.isArray(stations), Array.isArray(problems)]).toEqual([true, true, true]);
    tally.read++;
  } catch (error) {
    expect((error as Error).message).toContain(file);
    expect((error as Error).message.length).toBeLessThan(1000);
    if (/cannot be read as HDF5/.test((error as Error).message)) tally.ended++;
    tally.refused++;
  }
  const ms = performance.now() - began;
  expect(ms, `input ${tally.inputs}`).toBeLessThan(3 * SLOWEST * 1000);
  tally.slowestMs = Math.max(tally.slowestMs, Math.ceil(ms));
}

describe('names that lead out of the project', () => {
  it('in event files, links and paths: nothing is written beside the project, and a survey reads nothing there', async () => {
    const outer = join(home, 'outer');
    const folder = join(outer, 'project');
    const demo = join(home, 'demo');
    await mkdir(join(folder, 'events'), { recursive: true });
    await mkdir(join(outer, 'elsewhere'), { recursive: true });
    await writeFile(join(outer, 'elsewhere/CMTSOLUTION_secret'), 'x');
    for (const part of ['observed', 'synthetics', 'stations']) await symlink(join(demo, part), join(folder, part));
    const [event] = (await readFile(join(demo, 'misfits.csv'), 'utf8')).split('\n')[1]!.split(',');
    const quakeml = await readFile(join(demo, 'events', `${event}.xml`), 'utf8');
    await writeFile(join(folder, 'events/evil.xml'), quakeml.replaceAll(event!, '../../evil'));
    await symlink(join(outer, 'elsewhere'), join(folder, 'events/out'));

    const { stdout } = await atoa(['inspect', folder, '--json'], home);
    const ids = (JSON.parse(stdout) as { events: { id: string }[] }).events.map(({ id }) => id);
    for (const id of ids) expect(id).toMatch(/^[^/\\]+$/);
    const before = await tree(outer);
    await atoa(['run', folder, '--quiet', '--set', 'paths.datasets=../datasets', '--out', join(folder, 'out')], home);
    const added = (await tree(outer)).filter((path) => !before.includes(path));
    expect(added.length).toBeGreaterThan(0);
    expect(added.filter((path) => !path.startsWith('project/out'))).toEqual([]);

    const survey = JSON.parse((await atoa(['init', folder, '--json'], home)).stdout) as {
      linksOut: number;
      files: number;
    };
    expect(survey).toMatchObject({ linksOut: 4 });
    const written = await atoa(['run', folder, '--quiet', '--set', 'paths.logs=observed/logs'], home);
    expect([written.code, written.stderr]).toEqual([2, expect.stringContaining('lies in the folder of observed')]);
  });
});

async function tree(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).sort();
}
