import { afterEach, describe, expect, it } from 'vitest';
import { parseTime, toFailure, type Channel, type Failure, type Station, type Trace } from '@/core/model';
import { processPair, type PairResult } from '@/core/pair';
import { writeMiniSeed, writeStationXml } from '@/formats';
import { Gatherer, openProject, pairFiles } from '@/project';
import { cmt, makeProject, ORIGIN, removeProject } from '../support/project';

const START = parseTime(ORIGIN);
const N = 1200;
const wave = (i: number, delay = 0) =>
  1e-4 * Math.exp(-(((i - 400 - delay) / 25) ** 2)) * Math.cos((i - 400 - delay) / 5);

function observed(changes: Partial<Trace> = {}): Trace {
  const id = { network: 'NZ', station: 'BFZ', location: '10', channel: 'HHZ' };
  return {
    ...id,
    starttime: START,
    delta: 1,
    data: Float64Array.from({ length: N }, (_, i) => wave(i, 1)),
    ...changes,
  };
}

const seed = (...traces: Trace[]) => writeMiniSeed(traces, { encoding: 'float64' });
const synthetic = (value = wave, delta = 1, n = N) =>
  Array.from({ length: n }, (_, i) => `${(i * delta).toFixed(6)} ${value(i * delta)}\n`).join('');

const place = { latitude: -40.68, longitude: 176.25, elevationM: 283 };
const channel: Channel = {
  ...{ location: '10', code: 'HHZ', ...place, depthM: 0, azimuthDeg: 0, dipDeg: -90, sampleRate: 1 },
  ...{ start: parseTime('2015-01-01'), end: null },
  response: response(1e9, 'm/s'),
};

function response(gain: number, inputUnits: string): Channel['response'] {
  return {
    sensitivity: { value: gain, frequency: 0.1, inputUnits, outputUnits: 'count' },
    stages: [{ kind: 'gain', number: 1, inputUnits, outputUnits: 'count', gain, gainFrequency: 0.1, decimation: null }],
  };
}

const station = (...channels: Partial<Channel>[]): string => {
  const described: Station = {
    network: 'NZ',
    code: 'BFZ',
    ...place,
    channels: channels.map((c) => ({ ...channel, ...c })),
  };
  return writeStationXml([described]);
};

const GOOD: Record<string, string | Uint8Array> = {
  'events/CMTSOLUTION_a': cmt('a'),
  'stations/NZ.BFZ.xml': station({}),
  'observed/a/NZ.BFZ.10.HHZ.mseed': seed(observed()),
  'synthetics/a/NZ.BFZ.BXZ.semd': synthetic(),
};
const OBSERVED = 'observed/a/NZ.BFZ.10.HHZ.mseed';
const SYNTHETIC = 'synthetics/a/NZ.BFZ.BXZ.semd';
const STATION = 'stations/NZ.BFZ.xml';
const EVENT = 'events/CMTSOLUTION_a';
const RESP = 'B050F03 Station: BFZ\nB050F16 Network: NZ\nB052F03 Location: 10\nB052F04 Channel: HHZ\n';
const withResponse = ['preprocess.remove_response=true'];
const data = (value: (i: number) => number, n = N) => Float64Array.from({ length: n }, (_, i) => value(i));
const quakeml = (inside: string) =>
  `<quakeml><eventParameters><event publicID="smi:x/event/a">${inside}</event></eventParameters></quakeml>`;

/** How a pair ends: measured, perhaps with a warning that says so, or failed with a stage and a code. */
type End = 'ok' | RegExp | `${Failure['stage']}/${string}`;
type Change = Record<string, string | Uint8Array | null>;

const CASES: [string, Change, End, string[]?][] = [
  ['nothing wrong', {}, 'ok'],
  ['nothing wrong, and its response removed', {}, 'ok', withResponse],
  [
    'NaN in observed samples',
    { [OBSERVED]: seed(observed({ data: data((i) => (i === 9 ? NaN : i)) })) },
    'standardize/not-finite',
  ],
  [
    'infinite samples',
    { [OBSERVED]: seed(observed({ data: data((i) => (i === 9 ? Infinity : i)) })) },
    'standardize/not-finite',
  ],
  ['NaN in a synthetic', { [SYNTHETIC]: '0.0 1.0\n1.0 NaN\n2.0 1.0\n' }, 'gather/bad-file'],
  ['constant samples', { [OBSERVED]: seed(observed({ data: data(() => 7) })) }, 'standardize/constant-trace'],
  ['a synthetic of zeros', { [SYNTHETIC]: synthetic(() => 0) }, 'standardize/constant-trace'],
  ['an empty file', { [OBSERVED]: '' }, 'gather/bad-file'],
  ['an empty synthetic', { [SYNTHETIC]: '' }, 'gather/bad-file'],
  ['one observed sample', { [OBSERVED]: seed(observed({ data: data(() => 7, 1) })) }, 'standardize/no-observed'],
  ['one synthetic sample', { [SYNTHETIC]: '0.0 1.0\n' }, 'gather/bad-file'],
  ['three samples', { [OBSERVED]: seed(observed({ data: data((i) => i, 3) })) }, 'ok'],
  [
    'a gap',
    {
      [OBSERVED]: seed(
        observed({ data: data((i) => wave(i, 1), 300) }),
        observed({ starttime: START + 320_000_000_000n, data: data((i) => wave(i + 320, 1), N - 320) }),
      ),
    },
    /gap of 20 samples/,
  ],
  [
    'a gap that is not wanted',
    { [OBSERVED]: seed(observed({ data: data((i) => i, 300) }), observed({ starttime: START + 320_000_000_000n })) },
    'gather/gaps',
    ['preprocess.gaps=refuse'],
  ],
  [
    'an overlap',
    {
      [OBSERVED]: seed(
        observed({ data: data((i) => wave(i, 1), 300) }),
        observed({ starttime: START + 280_000_000_000n, data: data((i) => wave(i + 280, 1), N - 280) }),
      ),
    },
    /overlap of 20 samples/,
  ],
  [
    'a gap that would fill the memory',
    { [OBSERVED]: seed(observed({ delta: 1e-4 }), observed({ delta: 1e-4, starttime: START + 80_000_000_000_000n })) },
    /gap of 79/,
  ],
  [
    'observed 1,000 times as dense',
    { [OBSERVED]: seed(observed({ delta: 0.001, data: data((i) => wave(i / 1000, 1), N * 1000) })) },
    'ok',
  ],
  ['synthetic 1,000 times as dense', { [SYNTHETIC]: synthetic(wave, 0.001, 500_000) }, 'ok'],
  [
    'observed 1,000 times as sparse',
    { [OBSERVED]: seed(observed({ delta: 1000, data: data((i) => i % 7, 8) })) },
    'ok',
  ],
  ['synthetic dense beyond reason', { [SYNTHETIC]: synthetic(wave, 0.000001, 900) }, 'standardize/too-many-samples'],
  ['other times', { [OBSERVED]: seed(observed({ starttime: START + 86_400_000_000_000n })) }, 'standardize/no-overlap'],
  ['no station file', { [STATION]: null }, 'preprocess/no-response', withResponse],
  ['a station without this channel', { [STATION]: station({ code: 'LHZ' }) }, 'preprocess/no-response', withResponse],
  ['a channel without a response', { [STATION]: station({ response: null }) }, 'preprocess/no-response', withResponse],
  [
    'an epoch that is over',
    { [STATION]: station({ end: parseTime('2016-01-01') }) },
    'preprocess/no-response',
    withResponse,
  ],
  ['a gain of zero', { [STATION]: station({ response: response(0, 'm/s') }) }, 'preprocess/bad-response', withResponse],
  [
    'units that are no motion',
    { [STATION]: station({ response: response(1e9, 'Pa') }) },
    'preprocess/bad-response',
    withResponse,
  ],
  [
    'a response without stages',
    { [STATION]: station({ response: { ...channel.response!, stages: [] } }) },
    'preprocess/bad-response',
    withResponse,
  ],
  [
    'epochs that overlap',
    { [STATION]: station({}, { start: parseTime('2016-01-01'), response: response(2e9, 'm/s') }) },
    'ok',
    withResponse,
  ],
  ['a station described twice', { 'stations/again.xml': station({}) }, 'ok', withResponse],
  ['a station in two places', { 'stations/STATIONS': 'BFZ NZ 10.0 20.0 0 0\n' }, 'ok'],
  ['a station file that is damaged', { [STATION]: station({}).slice(0, 900) }, 'preprocess/no-response', withResponse],
  ['no event file', { [EVENT]: null }, 'standardize/no-overlap'],
  [
    'an event without an origin',
    { [EVENT]: null, 'events/a.xml': quakeml('<magnitude><mag><value>5</value></mag></magnitude>') },
    /origin|event/,
  ],
  [
    'an event without a magnitude',
    {
      [EVENT]: null,
      'events/a.xml': quakeml(
        `<origin><time><value>${ORIGIN}</value></time><latitude><value>-39.9</value></latitude><longitude><value>176.3</value></longitude></origin>`,
      ),
    },
    'ok',
  ],
  ['an event off the Earth', { [EVENT]: cmt('a').replace('latitude: -39.9490', 'latitude: 139.9') }, /beyond the pole/],
  ['an event above the sky', { [EVENT]: cmt('a').replace('depth: 20.6', 'depth: -900') }, /./],
  ['a station that nobody knows the place of', { [STATION]: null, 'stations/RESP.NZ.BFZ.10.HHZ': RESP }, 'ok'],
  ['a station off the Earth', { [STATION]: station({}).replaceAll('-40.68', '140.68') }, /beyond the pole/],
  [
    'components that do not meet',
    { [SYNTHETIC]: null, 'synthetics/a/NZ.BFZ.BXE.semd': synthetic() },
    'preprocess/no-common-component',
  ],
  ['a band beyond Nyquist', {}, 'preprocess/bad-band', ['min_period=0.5', 'max_period=1.5']],
  ['no observed file', { [OBSERVED]: null }, 'gather/no-observed'],
  ['no synthetic file', { [SYNTHETIC]: null }, 'gather/no-synthetic'],
];

describe('a pair with', () => {
  let root = '';

  afterEach(() => removeProject(root));

  it.each(CASES)('%s has an outcome that says so', async (_, changes, end, overrides = []) => {
    const files = Object.entries({ ...GOOD, ...changes }).filter(([, content]) => content !== null);
    root = await makeProject(Object.fromEntries(files) as Record<string, string | Uint8Array>);
    const project = await openProject(root, { overrides });
    const { result, warnings } = await outcomeOf(project);
    const told = [...warnings, ...project.problems.map(({ message }) => message)].join('\n');
    if (result.error !== null) {
      expect(result.error.code, result.error.message).not.toBe('unexpected');
      expect(result.error.message.length).toBeGreaterThan(10);
      expect(result.error.advice).not.toBeNull();
    }
    const ended = result.error === null ? 'ok' : `${result.error.stage}/${result.error.code}`;
    if (typeof end === 'string') expect(ended, `${result.error?.message}\n${told}`).toBe(end);
    else expect(`${told}${result.error?.message ?? ''}`).toMatch(end);
  });

  async function outcomeOf(project: Awaited<ReturnType<typeof openProject>>) {
    const files = pairFiles(project, 'a', 'NZ.BFZ');
    try {
      const input = await new Gatherer().gather(files, project.parameters);
      const result = processPair(input, project.parameters);
      return { result, warnings: [...input.warnings, ...result.warnings] };
    } catch (error) {
      return { result: { error: toFailure(error, 'gather') } as PairResult, warnings: [] };
    }
  }
});
