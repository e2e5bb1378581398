import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDataset } from '@/dataset';
import { atoa, jsonLines } from '../support/cli';

/** Samples that the second model's synthetics are later. */
const LATER = 12;

interface Line {
  event: string;
  station: string;
  misfit: number | null;
  components: Record<string, { windows: { left: number; right: number; dt: number }[] }>;
}

/** Two evaluations of an inversion, the second in the windows of the first. */
describe('evaluations on the command line', () => {
  let folder: string;
  let project: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'atoa-evaluations-'));
    project = join(folder, 'demo');
    expect((await atoa(['demo', project, '--events', '2', '--stations', '3'], folder)).code).toBe(0);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const settings = (step: number) => ['--set', `step_count=${step}`, '--set', 'fix_windows.policy=iteration'];

  async function run(step: number): Promise<Line[]> {
    const { code, stdout, stderr } = await atoa(['run', project, '--json', ...settings(step)], folder);
    expect([code, stderr]).toEqual([0, '']);
    return jsonLines(stdout).filter((line) => 'event' in line) as unknown as Line[];
  }

  const exported = async (step: number) => (await atoa(['export', project, ...settings(step)], folder)).stdout;
  const table = () => readFile(join(project, 'misfits.csv'), 'utf8');
  const bounds = (lines: Line[]) =>
    lines
      .map(({ event, station, components }) => [
        `${event} ${station}`,
        Object.entries(components).map(([name, { windows }]) => [name, windows.map((w) => [w.left, w.right])]),
      ])
      .sort();
  const journalled = async () => {
    const text = await readFile(join(project, '.atoa/journal.jsonl'), 'utf8');
    return text.split('\n').filter((line) => line.startsWith('{"kind":"pair"')).length;
  };

  async function newModel(): Promise<void> {
    for (const event of await readdir(join(project, 'synthetics'))) {
      const files = await readdir(join(project, 'synthetics', event));
      await Promise.all(files.map((name) => delay(join(project, 'synthetics', event, name))));
    }
  }

  it('measure new synthetics in earlier windows, beside what was there', async () => {
    const first = await run(0);
    const firstTable = await table();
    await newModel();
    const second = await run(1);
    expect(bounds(second)).toEqual(bounds(first));
    expect(second.map(({ misfit }) => misfit)).not.toEqual(first.map(({ misfit }) => misfit));
    expect(await table()).not.toBe(firstTable);
    expect(await exported(0)).toBe(firstTable);
    expect(await exported(1)).toBe(await table());

    const event = first[0]!.event;
    await readDataset(join(project, 'datasets', `${event}.h5`), (dataset) => {
      expect(dataset.evaluations()).toEqual(['i01/s00', 'i01/s01']);
      for (const station of dataset.stations()) {
        expect(dataset.tags(station)).toEqual(['observed', 'synthetic_i01s00', 'synthetic_i01s01']);
        expect(dataset.waveforms(station, 'observed')).toHaveLength(3);
        const places = (evaluation: string) =>
          dataset.windows(evaluation, station).map(({ component, window: { left, center, right } }) => {
            return [component, left, center, right];
          });
        expect(places('i01/s01')).toEqual(places('i01/s00'));
      }
    });
  });

  it('resume: what is done in an evaluation is not done again', async () => {
    const before = await journalled();
    expect(await run(1)).toHaveLength(6);
    expect(await journalled()).toBe(before);
  });
});

/** Puts a synthetic in SPECFEM's form some samples later. */
async function delay(file: string): Promise<void> {
  const rows = (await readFile(file, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const values = rows.map(([, value]) => value!);
  const later = [...values.slice(-LATER), ...values.slice(0, -LATER)];
  await writeFile(file, rows.map(([time], i) => `${time} ${later[i]}\n`).join(''));
}
