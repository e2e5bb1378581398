import { mkdir, rm, symlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ConfigError } from '@/core/config';
import { formatTime, packCells } from '@/core/model';
import { writeQuakeml, writeSac } from '@/formats';
import {
  ORIGIN,
  cmt,
  columns,
  makeProject,
  miniSeed,
  removeProject,
  stationXml,
  trace,
} from '../../test/support/project';
import { inspectProject, openProject, pairFiles, type Project } from '.';

let root = '';
afterEach(() => removeProject(root));

async function open(files: Record<string, string | Uint8Array>, overrides: string[] = []): Promise<Project> {
  root = await makeProject(files);
  return openProject(
    root,
    overrides.some((text) => text.startsWith('paths.')) ? { overrides, yaml: '' } : { overrides },
  );
}

const observedOf = (project: Project, event: string, station: string) =>
  pairFiles(project, event, station).observed.map((file) => relative(project.path, file));

describe('openProject', () => {
  it('finds events, stations and waveforms in the usual folders', async () => {
    const project = await open({
      'atoa.yaml': 'min_period: 8\n',
      'events/CMTSOLUTION_a1': cmt('other'),
      'stations/NZ.BFZ.xml': stationXml('NZ.BFZ'),
      'stations/STATIONS': 'BFZ NZ -40.0 176.0 0.0 0.0\nKHZ NZ -42.4 173.5 64.0 0.0\n',
      'observed/a1/NZ.BFZ.10.HHZ.mseed': '',
      'observed/a1/deep/er/NZ.KHZ.10.HHZ.mseed': '',
      'synthetics/a1/NZ.BFZ.BXZ.semd': '',
      'observed/b2/NZ.XYZ.sac': '',
    });
    expect(project.parameters.min_period).toBe(8);
    expect([...project.events.keys()]).toEqual(['a1', 'b2']);
    expect(project.events.get('a1')!.event).toMatchObject({ id: 'a1', depthKm: 20.6 });
    expect(project.events.get('b2')).toEqual({ id: 'b2', file: null, event: null });
    expect([...project.stations.keys()]).toEqual(['NZ.BFZ', 'NZ.KHZ', 'NZ.XYZ']);
    expect(project.stations.get('NZ.BFZ')).toMatchObject({ hasResponse: true, station: { latitude: -40.68 } });
    expect(project.stations.get('NZ.BFZ')!.files.map((file) => relative(root, file))).toEqual(['stations/NZ.BFZ.xml']);
    expect(project.stations.get('NZ.KHZ')).toMatchObject({ hasResponse: false, station: { latitude: -42.4 } });
    expect(project.stations.get('NZ.XYZ')!.station).toBeNull();
    expect(observedOf(project, 'a1', 'NZ.KHZ')).toEqual(['observed/a1/deep/er/NZ.KHZ.10.HHZ.mseed']);
    expect(project.problems.map(({ severity, message }) => [severity, message])).toEqual([
      ['warning', 'station NZ.BFZ is at -40.68, 176.25 in NZ.BFZ.xml, which is used, but at -40, 176 in STATIONS'],
    ]);
  });

  it('filters observed files by channel, and leaves synthetics whole', async () => {
    const project = await open({
      'observed/a1/NZ.BFZ.10.HHZ.mseed': '',
      'observed/a1/NZ.BFZ.20.HHZ.mseed': '',
      'observed/a1/NZ.BFZ.10.BHZ.mseed': '',
      'observed/a1/NZ.BFZ.ascii': '',
      'synthetics/a1/NZ.BFZ.BXZ.semd': '',
    });
    const files = pairFiles(project, 'a1', 'NZ.BFZ', [{ location: '10', channel: 'HH?' }]);
    expect(files.observed.map((file) => relative(root, file))).toEqual([
      'observed/a1/NZ.BFZ.10.HHZ.mseed',
      'observed/a1/NZ.BFZ.ascii',
    ]);
    expect(files.synthetic).toHaveLength(1);
    expect(() => pairFiles(project, 'a2', 'NZ.BFZ')).toThrow(RangeError);
  });

  it('knows waveforms by content where the name does not tell', async () => {
    const z = trace('NZ.BFZ.10.HHZ', ORIGIN, 10);
    const project = await open({
      'observed/a1/volume': miniSeed(z, trace('NZ.KHZ.10.HHZ', ORIGIN, 10)),
      'observed/a1/20180218.z': writeSac(z),
      'observed/a1/notes': 'nothing of the kind',
      'observed/a1/STATIONS': 'BFZ NZ 1 2 0 0\n',
      'synthetics/a1/table.txt': columns(5),
    });
    expect(observedOf(project, 'a1', 'NZ.BFZ')).toEqual(['observed/a1/20180218.z', 'observed/a1/volume']);
    expect(observedOf(project, 'a1', 'NZ.KHZ')).toEqual(['observed/a1/volume']);
    expect([...project.stations.keys()]).toEqual(['NZ.BFZ', 'NZ.KHZ']);
  });

  it('uses trees of other programs where they lie, with {event_id} in the path', async () => {
    const files = {
      'solver/001/traces/obs/AA.S1.BXY.semd': '',
      'solver/001/traces/syn/AA.S1.BXY.semd': '',
      'solver/002/traces/obs/AA.S1.BXY.semd': '',
      'solver/mainsolver/DATA/x': '',
      'specfem/DATA/CMTSOLUTION_001': cmt('x'),
      'specfem/DATA/Par_file': 'NPROC = 4\n',
      'specfem/DATA/STATIONS': 'S1 AA 1.0 2.0 0.0 0.0\n',
    };
    const project = await open(files, [
      'paths.observed=solver/{event_id}/traces/obs',
      'paths.synthetics=solver/{event_id}/traces/syn',
      'paths.events=specfem/DATA',
      'paths.stations=specfem/DATA/STATIONS',
    ]);
    expect([...project.events.keys()]).toEqual(['001', '002']);
    expect(observedOf(project, '002', 'AA.S1')).toEqual(['solver/002/traces/obs/AA.S1.BXY.semd']);
    expect(project.events.get('001')!.event!.id).toBe('001');
    expect(project.stations.get('AA.S1')!.station).toMatchObject({ latitude: 1, longitude: 2 });
    expect(project.problems).toEqual([]);
  });

  it('takes one folder of SPECFEM as it stands, by patterns of names', async () => {
    const project = await open(
      {
        'DATA/CMTSOLUTION': cmt('a1'),
        'DATA/STATIONS': 'S1 AA 1.0 2.0 0.0 0.0\n',
        'DATA/observed/AA.S1.00.HHZ.sac': '',
        'OUTPUT_FILES/AA.S1.BXZ.semd': '',
        'OUTPUT_FILES/output_solver.txt': 'x',
      },
      [
        'paths.events=DATA/CMTSOLUTION',
        'paths.stations=DATA/STATIONS',
        'paths.observed=DATA/observed/*.sac',
        'paths.synthetics=OUTPUT_FILES/*.sem?',
      ],
    );
    expect(project.problems).toEqual([]);
    expect(inspectProject(project).availability).toEqual([packCells([1 + 2 + 8])]);
    expect(pairFiles(project, 'a1', 'AA.S1').synthetic).toEqual([join(root, 'OUTPUT_FILES/AA.S1.BXZ.semd')]);
  });

  it('takes a tree of runs, each with its own source and stations, and leaves other names of one out', async () => {
    const run = (name: string) => ({
      [`${name}/DATA/CMTSOLUTION`]: cmt('the same inside'),
      [`${name}/DATA/STATIONS`]: 'S1 AA 1.0 2.0 0.0 0.0\n',
      [`${name}/OUTPUT_FILES/AA.S1.BXZ.semd`]: '',
      [`${name}/real/AA.S1.00.HHZ.sac`]: '',
    });
    root = await makeProject({ ...run('run0001'), ...run('run0002') });
    await symlink(join(root, 'run0001'), join(root, 'main'));
    const overrides = [
      'paths.events="{event_id}/DATA/CMTSOLUTION"',
      'paths.stations="{event_id}/DATA/STATIONS"',
      'paths.observed="{event_id}/real"',
      'paths.synthetics="{event_id}/OUTPUT_FILES/*.semd"',
    ];
    const project = await openProject(root, { overrides, yaml: '' });
    expect([...project.events.keys()]).toEqual(['run0001', 'run0002']);
    expect(project.events.get('run0002')!.file).toBe(join(root, 'run0002/DATA/CMTSOLUTION'));
    expect(project.stations.get('AA.S1')!.files).toEqual([join(root, 'run0001/DATA/STATIONS')]);
    expect(inspectProject(project).availability).toEqual([[11], [11]].map(packCells));
    expect(project.problems).toEqual([]);
  });

  it('gives files that lie beside each other to the event they are nearest to in time', async () => {
    const at = (code: string, start: string) => miniSeed(trace(code, start, 10));
    const project = await open(
      {
        'events/CMTSOLUTION_a': cmt('a', '2018 02 18 07 43 48.13'),
        'events/CMTSOLUTION_b': cmt('b', '2018 02 18 09 00 00.00'),
        'data/one.ms': at('NZ.BFZ.10.HHZ', '2018-02-18T07:43:00Z'),
        'data/two.ms': at('NZ.BFZ.10.HHZ', '2018-02-18T09:10:00Z'),
        'data/late.ms': at('NZ.BFZ.10.HHZ', '2018-02-19T09:10:00Z'),
        'data/notes.txt': '',
        'synthetics/a/NZ.BFZ.BXZ.semd': '',
      },
      ['paths.observed=data/*.ms'],
    );
    expect(observedOf(project, 'a', 'NZ.BFZ')).toEqual(['data/one.ms']);
    expect(observedOf(project, 'b', 'NZ.BFZ')).toEqual(['data/two.ms']);
    expect(project.problems.map(({ message }) => message)).toEqual([
      '1 of the files data/*.ms, such as late.ms, tell no time near any of the 2 events',
    ]);
  });

  it('refuses outputs that a pattern of inputs would take in', async () => {
    const project = await open({ 'a/x.sac': '' }, ['paths.observed="*.csv"', 'paths.synthetics="{event_id}/syn"']);
    expect(project.problems.map(({ message }) => message).join()).toMatch(/misfits would be written to misfits\.csv/);
  });

  it('follows links to folders', async () => {
    root = await makeProject({ 'elsewhere/NZ.BFZ.BXZ.semd': '' });
    await mkdir(join(root, 'synthetics'));
    await symlink(join(root, 'elsewhere'), join(root, 'synthetics', 'a1'));
    const project = await openProject(root);
    expect(pairFiles(project, 'a1', 'NZ.BFZ').synthetic).toHaveLength(1);
  });

  it('takes an id from the name of the file or from inside it, as the folders have it', async () => {
    const event = {
      id: 'inside',
      time: 0n,
      latitude: 0,
      longitude: 0,
      depthKm: 0,
      magnitude: null,
      momentTensor: null,
      halfDuration: null,
      region: null,
    };
    const project = await open({
      'events/outside.xml': writeQuakeml(event),
      'events/other.xml': writeQuakeml({ ...event, id: 'tail' }),
      'events/third/CMTSOLUTION': cmt('name inside'),
      'events/evil.xml': writeQuakeml(event).replace('cmtsolution/inside/event"', 'query?eventid=../../etc"'),
      'synthetics/outside/NZ.BFZ.BXZ.semd': '',
      'synthetics/third/NZ.BFZ.BXZ.semd': '',
    });
    expect([...project.events.keys()]).toEqual(['__.._etc', 'outside', 'tail', 'third']);
  });

  it('makes problems of what is broken, and goes on', async () => {
    const project = await open({
      'events/bad.xml': '<quakeml>',
      'events/CMTSOLUTION_a1': cmt('a1'),
      'events/a1.xml': 'x',
      'stations/bad.xml': '<!DOCTYPE x><FDSNStationXML/>',
      'stations/RESP.evil': stationXml('NZ.BFZ').replace('code="BFZ"', 'code="../x"'),
      'observed/NZ.BFZ.10.HHZ.mseed': '',
    });
    const messages = project.problems.map(({ message }) => message).sort();
    expect(messages).toHaveLength(6);
    expect(messages.join('\n')).toMatch(/a1\.xml: no event in it/);
    expect(messages.join('\n')).toMatch(/bad\.xml, line 1: not well-formed XML/);
    expect(messages.join('\n')).toMatch(/DOCTYPE/);
    expect(messages.join('\n')).toMatch(/"NZ\.\.\.\/x" is not used/);
    expect(messages.join('\n')).toMatch(/no synthetic waveforms: there is no folder synthetics/);
    expect(messages.join('\n')).toMatch(/lie directly in observed/);
  });

  it('opens a folder with parameters alone and says what is missing; refuses what is no project', async () => {
    const project = await open({ x: '', 'atoa.yaml': '' });
    const { problems } = inspectProject(project);
    expect(problems.map(({ severity }) => severity)).toEqual(['error', 'error', 'error']);
    await rm(join(root, 'atoa.yaml'));
    await expect(openProject(root)).rejects.toMatchObject({
      code: 'not-a-project',
      advice: expect.stringContaining(`atoa init ${root}`) as string,
    });
    await expect(openProject(join(root, 'x'))).rejects.toThrow(/is not a folder/);
    await expect(openProject(root, { config: join(root, 'y.yaml') })).rejects.toThrow(/cannot be read/);
    const wrong = openProject(root, { overrides: ['min_period=-1'] });
    await expect(wrong).rejects.toThrow(ConfigError);
  });
});

describe('a day archive', () => {
  const file = (day: string, channel = 'HHZ') =>
    `observed/${day.slice(0, 4)}/NZ/BFZ/${channel}.D/NZ.BFZ.10.${channel}.D.${day}`;

  it('gives the days that the synthetics touch', async () => {
    const project = await open({
      'events/CMTSOLUTION_noon': cmt('noon', '2018 02 18 12 00 00.00'),
      'events/CMTSOLUTION_night': cmt('night', '2017 12 31 23 59 30.00'),
      'synthetics/noon/NZ.BFZ.BXZ.semd': columns(100),
      'synthetics/night/NZ.BFZ.BXZ.semd': columns(100),
      [file('2018.048')]: '',
      [file('2018.049')]: '',
      [file('2018.049', 'HHN')]: '',
      [file('2017.365')]: '',
      [file('2018.001')]: '',
      'observed/2018/NZ/KHZ/HHZ.D/NZ.KHZ.10.HHZ.D.2018.100': '',
    });
    expect(observedOf(project, 'noon', 'NZ.BFZ')).toEqual([file('2018.049', 'HHN'), file('2018.049')]);
    expect(observedOf(project, 'night', 'NZ.BFZ')).toEqual([file('2017.365'), file('2018.001')]);
    expect([...project.stations.keys()]).toEqual(['NZ.BFZ']);
    expect(inspectProject(project).availability).toEqual([[1 + 2], [1 + 2]].map(packCells));
    expect(formatTime(project.events.get('night')!.event!.time, 0)).toBe('2017-12-31T23:59:30Z');
  });

  it('needs to know when the events were', async () => {
    const project = await open({ [file('2018.049')]: '', 'synthetics/a1/NZ.BFZ.BXZ.semd': columns(3) });
    expect(inspectProject(project).problems.map(({ message }) => message)).toEqual([
      'the observed waveforms are a day archive, but no source file tells when the events were',
    ]);
  });
});

describe('inspectProject', () => {
  it('counts what is there, and says what is missing with advice', async () => {
    const project = await open(
      {
        'events/CMTSOLUTION_a1': cmt('a1'),
        'stations/NZ.BFZ.xml': stationXml('NZ.BFZ'),
        'observed/a1/NZ.BFZ.10.HHZ.mseed': '',
        'synthetics/a1/NZ.BFZ.BXZ.semd': '',
        'synthetics/b2/NZ.KHZ.BXZ.semd': '',
      },
      ['preprocess.remove_response=true'],
    );
    const { events, stations, availability } = inspectProject(project);
    const cells = [
      [1 + 2 + 4 + 8, 0],
      [4, 2],
    ];
    expect(availability).toEqual(cells.map(packCells));
    expect(events[0]).toMatchObject({ id: 'a1', latitude: -39.949, observed: 1, synthetic: 1, problems: [] });
    expect(events[0]!.time).toBe('2018-02-18T07:43:48.130000Z');
    expect(events[1]!.problems.join(' ')).toMatch(/No source file.*No observed waveforms/);
    expect(stations[0]!.problems).toEqual([]);
    expect(stations[1]!.problems.join(' ')).toMatch(/coordinates.*instrument response.*No observed/);
  });
});
