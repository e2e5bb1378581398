import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atoa } from '../support/cli';
import { asArchive, asLooseFiles, asRuns, asSeisFlows, asSpecfem } from '../support/relaid';

/** What the demo's own atoa.yaml says beside its paths, and the place of the table. */
const DEMO = ['iteration=1', 'step_count=0', 'min_period=10', 'max_period=60', 'paths.misfits=misfits.csv'].flatMap(
  (text) => ['--set', text],
);
const LAYOUTS = [
  { name: 'a tree of SPECFEM runs', title: 'A folder for each event or run', lay: asRuns },
  { name: 'a SeisFlows working folder', title: 'SeisFlows working folder', lay: asSeisFlows },
  { name: 'an SDS archive', title: 'Archive of days (SDS), with synthetics', lay: asArchive },
  { name: 'loose files', title: 'Loose files', lay: asLooseFiles },
];

describe('atoa init makes a project of the demo laid out as', () => {
  let home: string;
  let demo: string;
  let misfits: string;
  const table = async (folder: string, args: string[] = []) => {
    const out = `${folder}-out`;
    const { code, stderr } = await atoa(['run', folder, '--out', out, '--quiet', '--max-stations', '2', ...args], home);
    expect([code, stderr]).toEqual([0, '']);
    return readFile(join(out, 'misfits.csv'), 'utf8');
  };

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'atoa-init-'));
    demo = join(home, 'demo');
    await atoa(['demo', demo, '--events', '2', '--stations', '3'], home);
    misfits = await table(demo);
    expect(misfits.trim().split('\n')).toHaveLength(7);
  });
  afterAll(() => rm(home, { recursive: true, force: true }));

  it.each(LAYOUTS)('$name, with the misfits of the demo itself, byte for byte', async ({ name, title, lay }) => {
    const folder = join(home, name.replaceAll(' ', '-'));
    await lay(demo, folder);
    const before = (await readdir(folder)).sort();
    const shown = await atoa(['init', folder], home);
    expect([shown.code, shown.stdout]).toEqual([0, expect.stringContaining('Nothing is written without --yes.')]);
    expect((await readdir(folder)).sort()).toEqual(before);

    const made = await atoa(['init', folder, '--yes', '--json'], home);
    expect(made.code).toBe(0);
    const { proposals, chosen } = JSON.parse(made.stdout);
    expect(proposals[0].title).toBe(title);
    expect(chosen.check).toMatchObject({ events: 2, stations: 3, responses: 3, ready: 6, problems: [] });
    expect((await readdir(folder)).sort()).toEqual([...before, 'atoa.yaml'].sort());
    expect(await readFile(join(folder, 'atoa.yaml'), 'utf8')).toBe(chosen.check.yaml);
    expect(await table(folder, DEMO)).toBe(misfits);
  });

  it('the working folder of one SPECFEM simulation, with its part of the table', async () => {
    const folder = join(home, 'specfem');
    const event = misfits.split('\n')[1]!.split(',')[0]!;
    await asSpecfem(demo, folder, event);
    expect((await atoa(['init', folder, '--yes'], home)).code).toBe(0);
    const [head, ...rows] = misfits.split('\n');
    const own = [head, ...rows.filter((row) => row.startsWith(event)), ''].join('\n');
    expect(await table(folder, DEMO)).toBe(own);
  });

  it('and keeps an atoa.yaml that is there', async () => {
    const before = await readFile(join(demo, 'atoa.yaml'), 'utf8');
    const { code, stderr } = await atoa(['init', demo, '--yes'], home);
    expect([code, stderr]).toEqual([2, expect.stringContaining('is there already')]);
    expect(await readFile(join(demo, 'atoa.yaml'), 'utf8')).toBe(before);
  });

  it('or says that nothing was found; run and inspect advise it', async () => {
    const empty = await mkdtemp(join(home, 'empty-'));
    await writeFile(join(empty, 'notes.txt'), 'x');
    for (const command of ['run', 'inspect']) {
      const { code, stderr } = await atoa([command, empty], home);
      expect([code, stderr]).toEqual([2, expect.stringContaining(`\`atoa init ${empty}\``)]);
    }
    const { code, stdout } = await atoa(['init', empty, '--yes'], home);
    expect([code, stdout]).toEqual([1, expect.stringContaining('No waveforms were found')]);
    expect(await readdir(empty)).toEqual(['notes.txt']);
  });
});
