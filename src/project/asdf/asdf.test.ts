import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type PairError, formatTime, packCells } from '@/core/model';
import { cmt, columns, makeProject, removeProject, stationXml } from '../../../test/support/project';
import { Gatherer, inspectProject, openProject, pairFiles, type Project } from '..';

/** Written by pyasdf 0.8.2 (test/reference/make-asdf.py): NZ.BFZ with StationXML, NZ.KNZ with one observed trace. */
const FIXTURE = resolve('test/reference/data/formats/pyasdf.h5');
const EVENT = '2018p130600';

let root = '';
afterEach(() => removeProject(root));

async function open(yaml: string, at: string[], files: Record<string, string> = {}): Promise<Project> {
  root = await makeProject({ 'atoa.yaml': yaml, ...files });
  for (const path of at) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await copyFile(FIXTURE, join(root, path));
  }
  return openProject(root);
}
const gather = (project: Project, station = 'NZ.BFZ', channels?: { location: string; channel: string }[]) =>
  new Gatherer().gather(pairFiles(project, EVENT, station, channels), project.parameters);

describe('a project of ASDF files', () => {
  it('takes event, stations and both sides from one file', async () => {
    const project = await open('paths: { observed: all.h5, synthetics: all.h5 }\n', ['all.h5']);
    expect(project.problems).toEqual([]);
    expect(project.events.get(EVENT)).toMatchObject({ file: join(root, 'all.h5'), event: { depthKm: 20.5947 } });
    expect([...project.stations.keys()]).toEqual(['NZ.BFZ', 'NZ.KNZ']);
    expect(inspectProject(project).availability).toEqual([packCells([11, 1])]);
    const pair = await gather(project);
    expect(pair.event).toMatchObject({ id: EVENT, latitude: -39.949 });
    expect(pair.station).toMatchObject({ latitude: -40.6796, channels: [{ code: 'HHZ', dipDeg: -90 }] });
    expect(pair.observed.map(({ channel, data }) => [channel, data.length])).toEqual([
      ['HHE', 60],
      ['HHZ', 100],
    ]);
    expect(pair.synthetic.map(({ channel, data }) => [channel, data.length])).toEqual([['BXZ', 50]]);
    expect(formatTime(pair.synthetic[0]!.starttime)).toBe('2018-02-18T07:43:46.130000Z');
    expect(pair.warnings).toEqual([]);
  });

  it('chooses traces by their tags', async () => {
    const yaml = 'paths: { observed: all.h5, synthetics: all.h5 }\n';
    const plain = await gather(await open(yaml, ['all.h5']));
    await removeProject(root);
    const first = await gather(await open(`${yaml}iteration: 1\nstep_count: 0\n`, ['all.h5']));
    expect(first.synthetic[0]!.data).toHaveLength(50);
    expect(first.synthetic[0]!.data).not.toEqual(plain.synthetic[0]!.data);
  });

  it('says which tags there are where the wanted one is not', async () => {
    const project = await open('paths: { observed: all.h5, synthetics: all.h5 }\niteration: 2\n', ['all.h5']);
    expect(project.problems).toMatchObject([
      {
        severity: 'error',
        message:
          'no synthetic waveforms with the tag "synthetic_i02" in the ASDF files; there are observed, synthetic, synthetic_i01s00',
        advice: 'Set synthetic_tag, or iteration and step_count in atoa.yaml.',
      },
    ]);
    await expect(gather(project)).rejects.toMatchObject({ failure: { code: 'no-synthetic' } });
  });

  it.each([
    ['a folder of files named by their events', 'data', `data/${EVENT}.h5`],
    ['a name with the event in it', 'data/obs_{event_id}.h5', `data/obs_${EVENT}.h5`],
    ['a folder with the event in it', 'data/{event_id}/waves.h5', `data/${EVENT}/waves.h5`],
  ])('finds %s', async (_, path, file) => {
    const project = await open(`paths: { observed: '${path}', synthetics: '${path}' }\n`, [file]);
    expect([...project.events.keys()]).toEqual([EVENT]);
    expect((await gather(project)).synthetic).toHaveLength(1);
  });

  it('may have synthetics and metadata in folders, which win over those in the file', async () => {
    const project = await open('paths: { observed: observed.h5 }\n', ['observed.h5'], {
      [`events/CMTSOLUTION_${EVENT}`]: cmt(EVENT).replace('depth: 20.6', 'depth: 33.0'),
      'stations/NZ.BFZ.xml': stationXml('NZ.BFZ', -41),
      [`synthetics/${EVENT}/NZ.BFZ.BXZ.semd`]: columns(20),
    });
    const pair = await gather(project, 'NZ.BFZ', [{ location: '*', channel: '*Z' }]);
    expect([pair.event!.depthKm, pair.station!.latitude]).toEqual([33, -41]);
    expect([pair.observed.length, pair.synthetic[0]!.data.length]).toEqual([1, 20]);
  });

  it('names a file that is broken or missing', async () => {
    root = await makeProject({
      'atoa.yaml': 'paths: { observed: all.h5, synthetics: none.h5 }\n',
      'all.h5': 'x'.repeat(3000),
    });
    const { problems } = await openProject(root);
    expect(problems.map(({ severity, file }) => `${severity} ${file}`)).toEqual([
      `warning ${join(root, 'all.h5')}`,
      `error ${join(root, 'none.h5')}`,
    ]);
    expect(problems[1]!.message).toBe('no synthetic waveforms: there is no ASDF file none.h5');
  });

  it('tells of a file that broke after the project was opened', async () => {
    const project = await open('paths: { observed: all.h5, synthetics: all.h5 }\n', ['all.h5']);
    await writeFile(join(root, 'all.h5'), 'x'.repeat(3000));
    const error = await gather(project).catch((thrown: unknown) => thrown);
    expect((error as PairError).failure).toMatchObject({ stage: 'gather', code: 'bad-dataset' });
  });

  it('is not read where datasets are written', async () => {
    const project = await open('paths: { observed: datasets/a.h5, synthetics: s }\n', ['datasets/a.h5']);
    expect(project.problems.map(({ message }) => message)).toContain(
      'observed are read from datasets/a.h5, which lies where datasets are written',
    );
  });
});
