import { afterEach, describe, expect, it } from 'vitest';
import { formatTime } from '@/core/model';
import { writeSac } from '@/formats';
import { cmt, columns, makeProject, removeProject, trace } from '../../../test/support/project';
import { Gatherer, inspectProject, openProject, pairFiles } from '..';

let root = '';
afterEach(() => removeProject(root));

/** As PySEP writes them: the reference time is the origin time, and event and station stand in the header. */
const sac = (code: string, fields: object = {}) =>
  writeSac(trace(code, '2018-02-18T07:43:48.13Z', 50), {
    littleEndian: false,
    fields: {
      b: -5,
      evla: -39.949,
      evlo: 176.3,
      evdp: 20.6,
      mag: 5.2,
      stla: -40.68,
      stlo: 176.25,
      stel: 283,
      ...fields,
    },
  });

describe('a project of SAC files alone', () => {
  it('knows events and stations by their headers', async () => {
    root = await makeProject({
      'observed/a1/a1.NZ.BFZ.10.HHZ.SAC': sac('NZ.BFZ.10.HHZ'),
      'observed/a1/a1.NZ.KNZ.10.HHZ.SAC': sac('NZ.KNZ.10.HHZ', { stla: -39 }),
      'synthetics/a1/NZ.BFZ.BXZ.semd': columns(40),
    });
    const project = await openProject(root);
    expect(project.events.get('a1')).toMatchObject({ id: 'a1', event: { id: 'a1', depthKm: expect.closeTo(20.6, 5) } });
    expect(project.stations.get('NZ.KNZ')!.station).toMatchObject({ latitude: -39 });
    expect(inspectProject(project).events[0]!.problems).toEqual([]);
    const pair = await new Gatherer().gather(pairFiles(project, 'a1', 'NZ.BFZ'), project.parameters);
    expect(pair.event!.magnitude).toBeCloseTo(5.2, 6);
    expect(pair.station).toMatchObject({ code: 'BFZ', elevationM: 283, channels: [{ code: 'HHZ' }] });
    expect(formatTime(pair.observed[0]!.starttime)).toBe('2018-02-18T07:43:43.130000Z');
    expect(formatTime(pair.synthetic[0]!.starttime)).toBe('2018-02-18T07:43:47.130000Z');
  });

  it('believes other files rather than headers', async () => {
    root = await makeProject({
      'events/CMTSOLUTION_a1': cmt('a1').replace('depth: 20.6', 'depth: 33.0'),
      'stations/STATIONS': 'BFZ NZ -41.5 176.0 0.0 0.0\n',
      'observed/a1/NZ.BFZ.10.HHZ.sac': sac('NZ.BFZ.10.HHZ'),
    });
    const project = await openProject(root);
    expect(project.events.get('a1')!.event!.depthKm).toBe(33);
    expect(project.stations.get('NZ.BFZ')!.station!.latitude).toBe(-41.5);
  });

  it('goes without what headers do not tell', async () => {
    root = await makeProject({
      'observed/a1/NZ.BFZ.10.HHZ.sac': sac('NZ.BFZ.10.HHZ', { evla: -12345, stla: -12345 }),
      'observed/b1/NZ.BFZ.10.HHZ.sac': new Uint8Array(700),
    });
    const project = await openProject(root);
    expect([...project.events.values()].map(({ event }) => event)).toEqual([null, null]);
    expect(project.stations.get('NZ.BFZ')!.station).toBeNull();
  });
});

describe('synthetics as displacement, velocity and acceleration', () => {
  const open = async (unit: string, ...names: string[]) => {
    root = await makeProject({
      'atoa.yaml': `unit_output: ${unit}\n`,
      'observed/a1/NZ.BFZ.10.HHZ.sac': sac('NZ.BFZ.10.HHZ'),
      ...Object.fromEntries(names.map((name) => [`synthetics/a1/${name}`, columns(40)])),
    });
    const project = await openProject(root);
    const files = pairFiles(project, 'a1', 'NZ.BFZ');
    return {
      names: files.synthetic.map((file) => file.split('/').at(-1)),
      warnings: (await new Gatherer().gather(files, project.parameters)).warnings,
    };
  };
  const all = ['NZ.BFZ.BXZ.semd', 'NZ.BFZ.BXZ.semv', 'NZ.BFZ.BXZ.sema', 'NZ.BFZ.BXN.semv'];

  it.each([
    ['DISP', ['NZ.BFZ.BXN.semv', 'NZ.BFZ.BXZ.semd']],
    ['VEL', ['NZ.BFZ.BXN.semv', 'NZ.BFZ.BXZ.semv']],
    ['ACC', ['NZ.BFZ.BXN.semv', 'NZ.BFZ.BXZ.sema']],
  ])('are those of unit_output %s where there is a choice', async (unit, expected) => {
    expect((await open(unit, ...all)).names).toEqual(expected);
  });

  it('are told about where they are of another', async () => {
    expect((await open('DISP', 'NZ.BFZ.BXZ.semv.ascii')).warnings).toEqual([
      'NZ.BFZ.BXZ.semv.ascii is velocity by its name, but unit_output is DISP: it is measured as it stands',
    ]);
    await removeProject(root);
    expect((await open('VEL', 'NZ.BFZ.BXZ.semv')).warnings).toEqual([]);
  });
});
