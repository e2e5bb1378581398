import { describe, expect, it } from 'vitest';
import { parseTime, type Channel, type ResponseStage, type Station } from '@/core/model';
import { detectStations, readStations } from './stations';
import { stationLines, writeStationsFile } from './specfem/stationsFile';
import { writeStationXml } from './stationxml/stationxmlWrite';

const bytes = (text: string) => new TextEncoder().encode(text);
const common = (number: number) => ({
  number,
  inputUnits: 'm/s',
  outputUnits: 'V',
  gain: 1500.5,
  gainFrequency: 1,
  decimation: null,
});

const STAGES: ResponseStage[] = [
  {
    ...common(1),
    kind: 'polesZeros',
    transferFunction: 'laplaceRadians',
    normalizationFactor: 59198782.001965396,
    normalizationFrequency: 1,
    zeros: [{ re: 0, im: 0 }],
    poles: [{ re: -0.03701, im: 0.03701 }],
  },
  { ...common(2), kind: 'coefficients', transferFunction: 'digital', numerators: [1, 0.5], denominators: [1, -0.25] },
  {
    ...common(3),
    kind: 'fir',
    symmetry: 'even',
    coefficients: [1.3154932e-11, 0.5],
    decimation: { inputSampleRate: 200, factor: 2, offset: 0, delay: 0.5, correction: 0.5 },
  },
  { ...common(4), kind: 'responseList', elements: [{ frequency: 0.1, amplitude: 2, phase: -90 }] },
  {
    ...common(5),
    kind: 'polynomial',
    coefficients: [8e4, 0.015],
    frequencyLowerBound: 0.001,
    frequencyUpperBound: 10,
    approximationLowerBound: 6e4,
    approximationUpperBound: 1.1e5,
    maximumError: 0,
  },
  { ...common(6), inputUnits: null, outputUnits: null, kind: 'gain' },
];

const CHANNEL: Channel = {
  location: '10',
  code: 'HHZ',
  latitude: -40.679647283,
  longitude: 176.246245098,
  elevationM: 283,
  depthM: 2,
  azimuthDeg: 0,
  dipDeg: -90,
  sampleRate: 100,
  start: parseTime('2015-10-07T11:30:10Z'),
  end: null,
  response: {
    sensitivity: { value: 2516582400, frequency: 1, inputUnits: 'm/s', outputUnits: 'count' },
    stages: STAGES,
  },
};
const STATION: Station = {
  network: 'NZ',
  code: 'BFZ',
  latitude: -40.679647283,
  longitude: 176.246245098,
  elevationM: 283,
  channels: [CHANNEL, { ...CHANNEL, location: '', code: 'HHN', response: null, azimuthDeg: null, dipDeg: null }],
};

describe('StationXML', () => {
  const document = writeStationXml([STATION]);

  it('reads back what it writes, all kinds of stages', () => {
    expect(readStations(bytes(document), 'a.xml')).toEqual([STATION]);
  });

  it('only tells which channels have a response when asked for no more', () => {
    const [station] = readStations(bytes(document), 'a.xml', { responses: false });
    expect(station!.channels.map((channel) => channel.response)).toEqual([{ sensitivity: null, stages: [] }, null]);
  });

  it('knows it under any name, prefix and byte order mark', () => {
    const prefixed = document.replaceAll(/<(\/?)(?=[A-Z])/g, '<$1fsx:').replace('xmlns=', 'xmlns:fsx=');
    expect(readStations(bytes(`\ufeff${prefixed}`), 'RESP.NZ.BFZ.10.HHZ')).toEqual([STATION]);
  });

  it('takes the polynomial of a channel for its only stage where it has none', () => {
    const polynomial =
      '<InputUnits><Name>m</Name></InputUnits><OutputUnits><Name>V</Name></OutputUnits>' +
      '<FrequencyUpperBound>10</FrequencyUpperBound><Coefficient number="1">3</Coefficient><Coefficient number="2">5</Coefficient>';
    const own = `<InstrumentPolynomial>${polynomial}</InstrumentPolynomial>`;
    const stage = `<Stage number="1"><Polynomial>${polynomial}</Polynomial><StageGain><Value>2</Value></StageGain></Stage>`;
    const responseOf = (text: string) =>
      readStations(bytes(document.replace(/<Response>[^]*<\/Response>/, `<Response>${text}</Response>`)), 'a.xml')[0]!
        .channels[0]!.response!;
    expect(responseOf(own)).toMatchObject({
      sensitivity: null,
      stages: [{ kind: 'polynomial', number: 1, inputUnits: 'm', outputUnits: 'V', coefficients: [3, 5], gain: null }],
    });
    expect(responseOf(own + stage).stages).toMatchObject([{ kind: 'polynomial', gain: 2 }]);
  });

  it.each([
    ['>283<', '>high<', /line \d+: <Elevation> is "high"/],
    ['EVEN', 'SOMEHOW', /<Symmetry> is "SOMEHOW", expected one of NONE, EVEN, ODD/],
    ['schemaVersion="1.2"', 'schemaVersion="2.0"', /version 2.0 is not known/],
    [/<Latitude>.*<\/Latitude>/, '', /<Station> has no <Latitude>/],
  ])('names the place of an error (%s)', (from, to, message) => {
    expect(() => readStations(bytes(document.replace(from, to)), 'a.xml')).toThrow(message);
  });
});

describe('STATIONS', () => {
  it('has the station before the network', () => {
    const [station] = readStations(
      bytes('\n# a comment\n  BFZ    NZ    -40.6796    176.2462    283.0    0.0\r\n'),
      'STATIONS',
    );
    expect(station).toMatchObject({
      network: 'NZ',
      code: 'BFZ',
      latitude: -40.6796,
      longitude: 176.2462,
      elevationM: 283,
    });
  });

  it('reads back what it writes', () => {
    const [station] = readStations(bytes(writeStationsFile([STATION])), 'STATIONS');
    expect(station).toMatchObject({ network: 'NZ', code: 'BFZ', latitude: -40.679647, elevationM: 283 });
  });

  it('gives its lines as they stand, the first of a station that stands twice', () => {
    const lines = stationLines(
      bytes('# all\r\n BFZ  NZ -40.0 176.0 1e1 0.0 \r\nKHZ NZ 1 2\r\nKHZ NZ 3 4\r\n'),
      'STATIONS',
    );
    expect([...lines].sort()).toEqual([
      ['NZ.BFZ', ' BFZ  NZ -40.0 176.0 1e1 0.0 '],
      ['NZ.KHZ', 'KHZ NZ 1 2'],
    ]);
  });

  it('names the line of an error', () => {
    expect(() => readStations(bytes('A B 1 2 3 4\nC D 1 x\n'), 'STATIONS')).toThrow(
      /line 2: "C D 1 x": expected station/,
    );
  });
});

describe('detectStations', () => {
  it.each([
    ['BFZ NZ 1.0 2.0', 'stations'],
    ['# rdseed\nB050F03     Station:     CRLZ\n', 'resp'],
    ['ZEROS 3\nPOLES 5\n', 'sacpz'],
    ['<quakeml/>', null],
    ['  -20.000  0.000\n', null],
    ['', null],
  ])('%j is %s', (text, format) => {
    expect(detectStations(bytes(text))).toBe(format);
  });
});
