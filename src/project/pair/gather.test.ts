import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { PairError, formatTime, type Failure } from '@/core/model';
import {
  ORIGIN,
  cmt,
  columns,
  makeProject,
  miniSeed,
  removeProject,
  stationXml,
  trace,
} from '../../../test/support/project';
import { Gatherer, openProject, pairFiles, type GatheredPair } from '..';

let root = '';
afterEach(() => removeProject(root));

const COMMON = {
  'events/CMTSOLUTION_a1': cmt('a1'),
  'stations/NZ.BFZ.xml': stationXml('NZ.BFZ'),
  'synthetics/a1/NZ.BFZ.BXZ.semd': columns(100),
};

async function gather(
  files: Record<string, string | Uint8Array>,
  channels = [{ location: '*', channel: '*' }],
): Promise<GatheredPair> {
  root = await makeProject(files);
  const project = await openProject(root);
  return new Gatherer().gather(pairFiles(project, 'a1', 'NZ.BFZ', channels), project.parameters);
}

async function failure(files: Record<string, string | Uint8Array>, channel = '*'): Promise<Failure> {
  const error = await gather(files, [{ location: '*', channel }]).catch((thrown: unknown) => thrown);
  if (!(error instanceof PairError)) throw new Error(`not a PairError: ${String(error)}`);
  return error.failure;
}

describe('Gatherer', () => {
  it('gives event, station with response, and traces of the pair', async () => {
    const pair = await gather({
      ...COMMON,
      'observed/a1/volume.mseed': miniSeed(
        trace('NZ.BFZ.10.HHZ', ORIGIN, 50),
        trace('NZ.BFZ.10.LHZ', ORIGIN, 50),
        trace('NZ.KHZ.10.HHZ', ORIGIN, 50),
      ),
    });
    expect(pair.event).toMatchObject({ id: 'a1', depthKm: 20.6 });
    expect(pair.station!.channels[0]!.response!.stages).toHaveLength(1);
    expect(pair.observed.map(({ station, channel }) => `${station}.${channel}`)).toEqual(['BFZ.HHZ', 'BFZ.LHZ']);
    expect(pair.synthetic.map(({ channel }) => channel)).toEqual(['BXZ']);
    expect(formatTime(pair.synthetic[0]!.starttime)).toBe('2018-02-18T07:43:47.130000Z');
    expect(pair.warnings).toEqual([]);
  });

  it('joins pieces, and names gaps', async () => {
    const pair = await gather({
      ...COMMON,
      'observed/a1/NZ.BFZ.10.HHZ.1': miniSeed(trace('NZ.BFZ.10.HHZ', '2018-02-18T07:43:48Z', 10)),
      'observed/a1/NZ.BFZ.10.HHZ.2': miniSeed(trace('NZ.BFZ.10.HHZ', '2018-02-18T07:43:58Z', 10)),
      'observed/a1/NZ.BFZ.10.HHZ.3': miniSeed(trace('NZ.BFZ.10.HHZ', '2018-02-18T07:44:10Z', 10)),
    });
    expect(pair.observed.map(({ data }) => data.length)).toEqual([32]);
    expect(pair.warnings).toEqual([
      'observed NZ.BFZ.10.HHZ: gap of 2 samples (2 s) at 2018-02-18T07:44:08.000000Z, bridged by a straight line',
    ]);
  });

  describe('with gaps and overlaps', () => {
    const broken = {
      ...COMMON,
      'observed/a1/NZ.BFZ.10.HHZ.1': miniSeed(trace('NZ.BFZ.10.HHZ', '2018-02-18T07:43:48Z', 10)),
      'observed/a1/NZ.BFZ.10.HHZ.2': miniSeed(trace('NZ.BFZ.10.HHZ', '2018-02-18T07:44:01Z', 10)),
      'observed/a1/NZ.BFZ.10.HHZ.3': miniSeed(trace('NZ.BFZ.10.HHZ', '2018-02-18T07:44:10Z', 5)),
    };
    const withPolicy = (policy: string) => gather({ ...broken, 'atoa.yaml': `preprocess:\n  gaps: ${policy}\n` });

    it('bridges or fills a gap, keeps the earlier of two overlapping pieces, and tells when', async () => {
      const joined = await withPolicy('join');
      expect([...joined.observed[0]!.data.slice(8, 16)]).toEqual([8, 9, 6.75, 4.5, 2.25, 0, 1, 2]);
      expect(joined.warnings).toEqual([
        'observed NZ.BFZ.10.HHZ: gap of 3 samples (3 s) at 2018-02-18T07:43:58.000000Z, bridged by a straight line',
        'observed NZ.BFZ.10.HHZ: overlap of 1 sample (1 s) at 2018-02-18T07:44:10.000000Z, the earlier piece is kept',
      ]);
      await removeProject(root);
      const zero = await withPolicy('zero');
      expect([...zero.observed[0]!.data.slice(8, 16)]).toEqual([8, 9, 0, 0, 0, 0, 1, 2]);
      expect([...zero.observed[0]!.data.slice(-5)]).toEqual([9, 1, 2, 3, 4]);
      expect(zero.warnings[0]).toMatch(/filled with zeros$/);
    });

    it('refuses the pair, naming every break', async () => {
      const error = await withPolicy('refuse').catch((thrown: unknown) => thrown);
      expect((error as PairError).failure).toMatchObject({
        ...{ stage: 'gather', code: 'gaps' },
        message: expect.stringMatching(/gap of 3 .*T07:43:58.*overlap of 1 .*T07:44:10/) as string,
        advice: 'Set preprocess.gaps to join or zero, or leave this channel out.',
      });
    });

    it('leaves recordings apart that are more than a day from each other', async () => {
      const pair = await gather({
        ...COMMON,
        'observed/a1/NZ.BFZ.10.HHZ.1': miniSeed(trace('NZ.BFZ.10.HHZ', '2018-02-18T07:43:48Z', 10)),
        'observed/a1/NZ.BFZ.10.HHZ.2': miniSeed(trace('NZ.BFZ.10.HHZ', '2018-02-20T07:44:01Z', 10)),
      });
      expect(pair.observed).toHaveLength(2);
      expect(pair.warnings[0]).toMatch(/gap of .* samples .*, left apart$/);
    });
  });

  it('cuts and joins days of an archive around the synthetic, across midnight', async () => {
    const day = 86_400;
    const folder = 'observed/2018/NZ/BFZ/HHZ.D/NZ.BFZ.10.HHZ.D.2018';
    const pair = await gather({
      ...COMMON,
      'events/CMTSOLUTION_a1': cmt('a1', '2018 02 18 23 59 00.00'),
      [`${folder}.049`]: miniSeed(trace('NZ.BFZ.10.HHZ', '2018-02-18T00:00:00Z', day)),
      [`${folder}.050`]: miniSeed(trace('NZ.BFZ.10.HHZ', '2018-02-19T00:00:00Z', day)),
    });
    const [observed] = pair.observed;
    // The synthetic goes from 23:58:59 to 00:00:38; 300 s are kept on either side.
    expect(formatTime(observed!.starttime, 0)).toBe('2018-02-18T23:53:59Z');
    expect(observed!.data.length).toBe(99 + 600 + 1);
    expect([...observed!.data.slice(360, 363)]).toEqual([day - 1, 0, 1]);
    expect(pair.warnings).toEqual([]);
  });

  it('takes the place of a station that moved by the time of the event', async () => {
    const then = stationXml('NZ.BFZ', -41)
      .replace('startDate="2015-01-01T00:00:00.000000Z"', '')
      .replace(
        /(<Channel [^>]*)startDate="[^"]*"/,
        '$1startDate="2000-01-01T00:00:00Z" endDate="2014-12-31T00:00:00Z"',
      );
    const pair = await gather({
      ...COMMON,
      'stations/a-then.xml': then,
      'observed/a1/NZ.BFZ.10.HHZ.mseed': miniSeed(trace('NZ.BFZ.10.HHZ', ORIGIN, 50)),
    });
    expect(pair.station!.latitude).toBe(-40.68);
    expect(pair.station!.channels).toHaveLength(2);
  });

  it('reads a file again when it has changed', async () => {
    root = await makeProject({ ...COMMON, 'observed/a1/NZ.BFZ.BXZ.semd': columns(20) });
    const project = await openProject(root);
    const gatherer = new Gatherer();
    const files = pairFiles(project, 'a1', 'NZ.BFZ');
    const first = await gatherer.gather(files, project.parameters);
    expect((await gatherer.gather(files, project.parameters)).event).toEqual(first.event);
    const source = join(root, 'events/CMTSOLUTION_a1');
    await writeFile(source, cmt('a1').replace('depth: 20.6', 'depth: 33.3'));
    await utimes(source, new Date(), new Date(Date.now() + 5000));
    expect((await gatherer.gather(files, project.parameters)).event!.depthKm).toBe(33.3);
  });

  it('says what is missing and what there is', async () => {
    const observed = { 'observed/a1/NZ.BFZ.ascii': miniSeed(trace('NZ.BFZ.10.HHZ', ORIGIN, 50)) };
    expect(await failure(COMMON)).toMatchObject({ stage: 'gather', code: 'no-observed' });
    expect(await failure({ ...COMMON, ...observed }, 'LH?')).toMatchObject({
      code: 'no-observed',
      message: 'no observed waveforms of NZ.BFZ.*.LH? for event a1',
      advice: 'There are NZ.BFZ.10.HHZ: widen the selection, or check that their times fit the event.',
    });
    expect(await failure({ 'events/CMTSOLUTION_a1': cmt('a1'), ...observed })).toMatchObject({ code: 'no-synthetic' });
  });

  it('names a file that cannot be read', async () => {
    const bad = await failure({ ...COMMON, 'observed/a1/NZ.BFZ.10.HHZ.mseed': 'x'.repeat(600) });
    expect(bad).toMatchObject({ stage: 'gather', code: 'bad-file' });
    expect(bad.message).toMatch(/^NZ\.BFZ\.10\.HHZ\.mseed/);
    root = await makeProject({ ...COMMON, 'observed/a1/NZ.BFZ.BXZ.semd': columns(5) });
    const project = await openProject(root);
    const files = pairFiles(project, 'a1', 'NZ.BFZ');
    await removeProject(join(root, 'observed'));
    await expect(new Gatherer().gather(files, project.parameters)).rejects.toMatchObject({
      failure: { code: 'unreadable', message: expect.stringContaining('NZ.BFZ.BXZ.semd cannot be read') as string },
    });
  });
});
