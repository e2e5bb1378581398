import { mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parseParameters } from '@/core/config';
import type { Layout } from '@/core/model';
import {
  cmt,
  columns,
  makeProject,
  miniSeed,
  ORIGIN,
  removeProject,
  stationXml,
  trace,
} from '../../../test/support/project';
import { createProject, surveyFolder, tryLayout } from './survey';
import { SURVEY_LIMITS } from './walk';

let root = '';
afterEach(() => removeProject(root));

async function layoutOf(files: Record<string, string | Uint8Array>): Promise<Layout | undefined> {
  root = await makeProject(files);
  return (await surveyFolder(root)).proposals[0]?.layout;
}

const LAYOUT: Layout = {
  ...{ events: 'ev', stations: 'st', observed: 'ob', synthetics: '{event_id}/syn/*.semd', outputs: '' },
  settings: [{ key: 'preprocess.remove_response', value: true, reason: 'a\nb' }],
};

describe('a survey', () => {
  it('tells synthetics of two models apart by where they lie', async () => {
    const run = (event: string) => ({
      [`scratch/solver/${event}/traces/obs/AA.S1.BXY.semd`]: columns(5),
      [`scratch/solver/${event}/traces/syn/AA.S1.BXY.semd`]: columns(5),
    });
    const layout = await layoutOf({ ...run('001'), ...run('002'), 'specfem/DATA/SOURCE_001': 'xs = 1\nzs = 2\n' });
    expect(layout).toMatchObject({
      observed: 'scratch/solver/{event_id}/traces/obs',
      synthetics: 'scratch/solver/{event_id}/traces/syn',
      events: 'specfem/DATA',
      settings: [{ key: 'st_obs_type', value: 'syn' }],
    });
  });

  it('takes what SeisFlows puts aside, no adjoint sources, and names what sets another choice apart', async () => {
    const run = (event: string) => ({
      [`scratch/solver/${event}/OUTPUT_FILES/AA.S1.BXY.semd`]: columns(5),
      [`scratch/solver/${event}/traces/adj/AA.S1.BXY.adj`]: columns(5),
      [`scratch/solver/${event}/traces/obs/AA.S1.BXY.semd`]: columns(5),
      [`scratch/solver/${event}/traces/syn/AA.S1.BXY.semd`]: columns(5),
    });
    root = await makeProject({ ...run('001'), ...run('002') });
    const { proposals } = await surveyFolder(root);
    expect(proposals.map(({ title, layout }) => [title, layout.observed, layout.synthetics])).toEqual([
      ['SeisFlows working folder', 'scratch/solver/{event_id}/traces/obs', 'scratch/solver/{event_id}/traces/syn'],
      [
        'SeisFlows working folder, observed and synthetic the other way round',
        'scratch/solver/{event_id}/traces/syn',
        'scratch/solver/{event_id}/traces/obs',
      ],
    ]);
  });

  it('takes STATIONS as the solver reads it, not what the solver lists', async () => {
    const layout = await layoutOf({
      'DATA/STATIONS': 'BFZ NZ -40.0 176.0 0.0 0.0\n',
      'OUTPUT_FILES/STATIONS': 'BFZ NZ -40.0 176.0 0.0 0.0\n',
      'OUTPUT_FILES/output_list_stations.txt': 'BFZ NZ -40.0 176.0 0.0 0.0\n',
      'OUTPUT_FILES/NZ.BFZ.BXZ.semd': columns(5),
    });
    expect(layout?.stations).toBe('DATA/STATIONS');
  });

  it('names the folder that more will come to, of one event and one station', async () => {
    const layout = await layoutOf({
      'cmt/CMTSOLUTION_a1': cmt('a1'),
      'inventory/STATIONS': 'BFZ NZ -40.0 176.0 0.0 0.0\n',
      'inventory/BFZ.NZ/NZ.BFZ.xml': stationXml('NZ.BFZ'),
      'OUTPUT_FILES/NZ.BFZ.BXZ.semd': columns(5),
    });
    expect(layout).toMatchObject({ events: 'cmt', stations: 'inventory' });
  });

  it('finds both sides in one folder, by the endings of their names', async () => {
    const layout = await layoutOf({
      CMTSOLUTION_a1: cmt('a1'),
      STATIONS: 'BFZ NZ -40.0 176.0 0.0 0.0\n',
      'a1/NZ.BFZ.10.HHZ.mseed': miniSeed(trace('NZ.BFZ.10.HHZ', ORIGIN, 9)),
      'a1/NZ.BFZ.BXZ.semv': columns(9),
    });
    expect(layout).toEqual({
      ...{ events: 'CMTSOLUTION_a1', stations: 'STATIONS', outputs: '' },
      ...{ observed: '{event_id}/*.mseed', synthetics: '{event_id}/*.sem?' },
      settings: [{ key: 'unit_output', value: 'VEL', reason: expect.stringContaining('NZ.BFZ.BXZ.semv') as string }],
    });
  });

  it('takes days that lie in no archive as waveforms', async () => {
    const layout = await layoutOf({
      'data/NZ.BFZ.10.HHZ.D.2018.049': miniSeed(trace('NZ.BFZ.10.HHZ', ORIGIN, 100)),
      'OUTPUT_FILES/NZ.BFZ.BXZ.semd': columns(100),
      'DATA/CMTSOLUTION': cmt('a1'),
    });
    expect((await tryLayout(root, layout!)).ready).toBe(1);
  });

  it('reads tags of ASDF files, and keeps outputs away from them', async () => {
    const pyasdf = await readFile(resolve('test/reference/data/formats/pyasdf.h5'));
    const layout = await layoutOf({ 'datasets/2018p130600.h5': pyasdf });
    expect(layout).toMatchObject({ observed: 'datasets/2018p130600.h5', outputs: 'atoa' });
    const check = await tryLayout(root, layout!);
    expect(check.ready).toBeGreaterThan(0);
    expect(check.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('follows no link out of the folder, and none in a circle', async () => {
    root = await makeProject({ 'in/syn/a1/NZ.BFZ.BXZ.semd': columns(3), 'out/CMTSOLUTION_a1': cmt('a1') });
    const folder = join(root, 'in');
    await symlink(join(root, 'out'), join(folder, 'away'));
    await symlink(join(root, 'out/CMTSOLUTION_a1'), join(folder, 'CMTSOLUTION_a1'));
    await symlink(folder, join(folder, 'syn/again'));
    const survey = await surveyFolder(folder);
    expect(survey).toMatchObject({ linksOut: 2, links: ['CMTSOLUTION_a1', 'away'], files: 1, complete: true });
    expect(survey.proposals[0]!.layout.events).toBe('events');
  });

  it('ends where its limits are, and says so', async () => {
    root = await makeProject({ 'a/b/c/d/x.semd': '', 'synthetics/a1/NZ.BFZ.BXZ.semd': '' });
    const survey = (limits: Partial<typeof SURVEY_LIMITS>) =>
      surveyFolder(root, undefined, { ...SURVEY_LIMITS, ...limits });
    expect((await survey({})).complete).toBe(true);
    expect(await survey({ depth: 2 })).toMatchObject({ complete: false, files: 1 });
    expect(await survey({ entries: 2 })).toMatchObject({ complete: false, files: 0 });
    expect(await survey({ milliseconds: 0 })).toMatchObject({ complete: false, proposals: [] });
  });

  it('proposes nothing where nothing is, and refuses what is no folder', async () => {
    expect(await layoutOf({ 'notes.md': 'x', 'figures/a.png': 'x' })).toBeUndefined();
    await expect(surveyFolder(join(root, 'notes.md'))).rejects.toMatchObject({ code: 'no-folder' });
  });
});

describe('tryLayout', () => {
  it('offers parameters that fit what lies at paths that were given', async () => {
    root = await makeProject({
      'st/x.xml': stationXml('NZ.BFZ'),
      'ob/a1/NZ.BFZ.10.HHZ.mseed': miniSeed(trace('NZ.BFZ.10.HHZ', ORIGIN, 9)),
      'run/a1/syn/NZ.BFZ.BXZ.semv': columns(9),
    });
    const given = { ...LAYOUT, synthetics: 'run/{event_id}/syn', settings: [] };
    const { offers } = await tryLayout(root, given);
    expect(offers.map(({ key, value }) => [key, value])).toEqual([
      ['unit_output', 'VEL'],
      ['preprocess.remove_response', true],
    ]);
    expect((await tryLayout(root, { ...given, settings: offers })).offers).toEqual([]);
  });
});

describe('createProject', () => {
  it('writes one file that says what each path is, and reads back as it was meant', async () => {
    root = await makeProject({ 'ev/CMTSOLUTION_a1': cmt('a1'), 'st/x.xml': stationXml('NZ.BFZ') });
    await mkdir(join(root, 'ob'));
    const file = await createProject(root, LAYOUT);
    const text = await readFile(file, 'utf8');
    expect(text).toBe((await tryLayout(root, LAYOUT)).yaml);
    const { paths, preprocess } = parseParameters(text, 'atoa.yaml');
    expect(paths).toMatchObject({ events: 'ev', observed: 'ob', synthetics: '{event_id}/syn/*.semd' });
    expect(preprocess.remove_response).toBe(true);
    expect(text).toContain('  # Observed waveforms.\n  observed: ob\n');
    expect(text).toContain('# a b\n');
    expect((await readdir(root)).sort()).toEqual(['atoa.yaml', 'ev', 'ob', 'st']);
    await expect(createProject(root, LAYOUT)).rejects.toMatchObject({ code: 'already-project' });
  });

  it('cannot be made to write anything else by the text of a path', async () => {
    root = await makeProject({ x: '' });
    const layout = { ...LAYOUT, events: 'a\nexecutive: { plot: true } # ', outputs: '"../x' };
    const { yaml } = await tryLayout(root, layout);
    const { paths, executive } = parseParameters(yaml, 'atoa.yaml');
    expect([paths.events, paths.logs, executive.plot]).toEqual([layout.events, '"../x/logs', false]);
  });
});
