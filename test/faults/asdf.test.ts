import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitEvent, writeSpool } from '@/dataset';
import { atoa, jsonLines } from '../support/cli';
import { examplePair } from '../support/examplePair';
import { DamagedAsdf } from './support/damagedAsdf';
import { IS_LONG, reportRow, SEED } from './support/report';

const INPUTS = IS_LONG ? 10_000 : 200;
/** Each reads its share, in processes of its own. */
const LANES = 2;

let home: string;
/** As Atoa's own writer makes it, and one of pyasdf: small, so that damage meets what is read. */
const whole: Uint8Array[] = [];
/** A dataset that a run has made. */
let bytes: Uint8Array;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'atoa-asdf-fuzz-'));
  const demo = join(home, 'demo');
  expect((await atoa(['demo', demo, '--events', '1', '--stations', '1'], home)).code).toBe(0);
  expect((await atoa(['run', demo, '--quiet'], home)).code).toBe(0);
  const [line] = (await readFile(join(demo, 'misfits.csv'), 'utf8')).split('\n').slice(1);
  bytes = new Uint8Array(await readFile(join(demo, 'datasets', `${line!.split(',')[0]!}.h5`)));
  const [spool, target] = [join(home, 'small.spool'), join(home, 'small.h5')];
  writeSpool(spool, examplePair(60, 2));
  await commitEvent({ target, event: examplePair().key.event, spools: [spool] });
  whole.push(new Uint8Array(await readFile(target)));
  whole.push(new Uint8Array(await readFile(resolve('test/reference/data/formats/pyasdf.h5'))));
});
afterAll(() => rm(home, { recursive: true, force: true }));

describe('damaged ASDF files', () => {
  it('are read, or refused by name, in a process whose end is no other’s', async () => {
    const began = performance.now();
    const tallies = await Promise.all(
      Array.from({ length: LANES }, async (_, lane) => {
        const folder = join(home, `lane-${lane}`);
        await mkdir(folder);
        return new DamagedAsdf(folder, whole, SEED + lane).read(INPUTS / LANES);
      }),
    );
    const sum = (name: keyof (typeof tallies)[0]) => tallies.reduce((total, tally) => total + tally[name], 0);
    const most = (name: keyof (typeof tallies)[0]) => Math.max(...tallies.map((tally) => tally[name]));
    expect(sum('read') + sum('refused')).toBe(INPUTS);
    expect(Math.min(sum('read'), sum('placed'), sum('results'))).toBeGreaterThan(0);
    reportRow('mutations of ASDF', {
      ...{ inputs: sum('inputs'), read: sum('read'), refused: sum('refused'), placed: sum('placed') },
      ...{ slowestMs: most('slowestMs'), ended: sum('ended'), mostMb: most('mostMb'), processes: sum('processes') },
      ...{ results: sum('results'), resultsRefused: sum('resultsRefused') },
      seconds: Math.round((performance.now() - began) / 1000),
    });
  }, 3_600_000);

  it('end as a problem of the project and of the pair, and the rest of the run goes on', async () => {
    const folder = join(home, 'project');
    await mkdir(join(folder, 'in'), { recursive: true });
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
