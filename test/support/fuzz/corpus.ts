import { stringify } from 'yaml';
import { parseTime, type SeismicEvent, type Station, type Trace } from '@/core/model';
import {
  readEvents,
  readStations,
  readWaveforms,
  writeCmtSolution,
  writeMiniSeed,
  writeQuakeml,
  writeSac,
  writeStationsFile,
  writeStationXml,
} from '@/formats';
import { crc32c } from '@/formats/miniseed/crc32c';
import { parseParameters } from '@/core/config';
import { exampleEvent } from '../examplePair';

/** A format with a whole file of it, and how it is read. */
export interface Sample {
  format: string;
  file: string;
  bytes: Uint8Array;
  read(bytes: Uint8Array, file: string): unknown[];
  /** Makes checksums fit again, so that what they protect is reached. */
  seal?(bytes: Uint8Array): Uint8Array;
}

const trace: Trace = {
  ...{ network: 'NZ', station: 'BFZ', location: '10', channel: 'HHZ', delta: 0.05 },
  starttime: 1_518_939_808_128_394_000n,
  data: Float64Array.from({ length: 900 }, (_, i) => Math.round(1e4 * Math.sin(i / 9))),
};
const place = { latitude: -40.7, longitude: 176.2, elevationM: 283 };
const station: Station = {
  ...{ network: 'NZ', code: 'BFZ', ...place },
  channels: ['HHZ', 'HHN'].map((code) => ({
    ...{ location: '10', code, ...place, depthM: 0, azimuthDeg: 0, dipDeg: -90, sampleRate: 100 },
    start: parseTime('2010-01-01'),
    end: null,
    response: {
      sensitivity: { value: 1e9, frequency: 1, inputUnits: 'm/s', outputUnits: 'count' },
      stages: [
        {
          ...{ kind: 'fir' as const, number: 1, inputUnits: 'm/s', outputUnits: 'count', gain: 1e9, gainFrequency: 1 },
          decimation: { inputSampleRate: 100, factor: 1, offset: 0, delay: 0, correction: 0 },
          symmetry: 'none' as const,
          coefficients: [1, 2, 0.5, 1e-9],
        },
      ],
    },
  })),
};
const RESP = `B050F03     Station:     A
B050F16     Network:     XX
B052F03     Location:    ??
B052F04     Channel:     BHZ
B052F22     Start date:  2003,071
B052F23     End date:    No Ending Time
B053F03     Transfer function type:                A
B053F04     Stage sequence number:                 1
B053F05     Response in units lookup:              M/S - Velocity
B053F06     Response out units lookup:             V - Volts
B053F07     A0 normalization factor:               2
B053F08     Normalization frequency:               1
B053F10-13    0  1.38E+02 -1.44E+02  0.0E+00  0.0E+00
B053F15-18    0 -2.5E-02  2.5E-02  0.0E+00  0.0E+00
B058F03     Stage sequence number:                 1
B058F04     Gain:                                  2.0E+03
B058F05     Frequency of gain:                     1.0E+00 HZ
`;
const SACPZ = '* NETWORK : IU\n* STATION : ANMO\n* CHANNEL : BHZ\nZEROS 3\nPOLES 1\n -5.3 1.0\nCONSTANT 2.7e14\n';
const lines = (n: number, line: (i: number) => string) => Array.from({ length: n }, (_, i) => line(i)).join('');
const header = (layout: string) =>
  `TIMESERIES NZ_BFZ_10_HHZ_D, 40 samples, 20 sps, 2018-02-18T07:43:28.128394, ${layout}, FLOAT, \n`;
const time = (i: number) => `2018-02-18T07:43:${(28.128394 + i / 20).toFixed(6)}`;

const waveforms = (bytes: Uint8Array, file: string) => readWaveforms(bytes, file, 0n);
const parameters = (bytes: Uint8Array, file: string) => [parseParameters(new TextDecoder().decode(bytes), file)];
const record = { recordLength: 512 as const };

export const SAMPLES: Sample[] = [
  sample('miniSEED 2, Steim-2', 'a.mseed', writeMiniSeed([trace], record), waveforms),
  sample(
    'miniSEED 2, int32',
    'a.mseed',
    writeMiniSeed([trace], { ...record, encoding: 'int32', littleEndian: true }),
    waveforms,
  ),
  sample(
    'miniSEED 2, float64',
    'a.mseed',
    writeMiniSeed([trace], { recordLength: 4096, encoding: 'float64' }),
    waveforms,
  ),
  { ...sample('miniSEED 3', 'a.mseed3', seal3(miniSeed3()), waveforms), seal: seal3 },
  sample('SAC, little-endian', 'a.sac', writeSac(trace), waveforms),
  sample('SAC, big-endian', 'a.sac', writeSac(trace, { littleEndian: false }), waveforms),
  sample(
    'SLIST',
    'a.ascii',
    header('SLIST') + lines(40, (i) => `${Math.sin(i)}${i % 6 === 5 ? '\n' : '\t'}`),
    waveforms,
  ),
  sample('TSPAIR', 'a.ascii', header('TSPAIR') + lines(40, (i) => `${time(i)}  ${Math.cos(i)}\n`), waveforms),
  sample(
    'SPECFEM ASCII',
    'NZ.BFZ.BXZ.semd',
    lines(80, (i) => `${(i * 0.03 - 20).toFixed(7)} ${Math.sin(i).toExponential(7)}\n`),
    waveforms,
  ),
  sample('QuakeML', 'a.xml', writeQuakeml(exampleEvent), readEvents),
  sample('CMTSOLUTION', 'CMTSOLUTION_a', writeCmtSolution(exampleEvent), readEvents),
  sample(
    'FORCESOLUTION',
    'FORCESOLUTION_a',
    'FORCE  001\ntime shift: 0.0\nlatorUTM: 45.0\nlongorUTM: 7.0\ndepth: -30.0\n',
    readEvents,
  ),
  sample('SOURCE', 'SOURCE_a', 'xs = 2500. # x\nzs = 1.25d3\n', readEvents),
  sample('StationXML', 'a.xml', writeStationXml([station]), readStations),
  sample('STATIONS', 'STATIONS', writeStationsFile([station]), readStations),
  sample('RESP', 'RESP.XX.A..BHZ', RESP, readStations),
  sample('SAC poles and zeros', 'SAC_PZs', SACPZ, readStations),
  sample(
    'atoa.yaml',
    'atoa.yaml',
    stringify({ min_period: 8, max_period: 30, pyflex_parameters: { c_0: 1 } }),
    parameters,
  ),
];

function sample(format: string, file: string, content: string | Uint8Array, read: Sample['read']): Sample {
  return { format, file, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content, read };
}

/** A record of float64 samples. @see FDSN 2023, miniSEED 3 */
function miniSeed3(): Uint8Array {
  const id = new TextEncoder().encode('FDSN:NZ_BFZ_10_H_H_Z');
  const bytes = new Uint8Array(40 + id.length + 8 * 50);
  const view = new DataView(bytes.buffer);
  bytes.set([77, 83, 3, 0]);
  view.setUint16(8, 2018, true);
  view.setUint16(10, 49, true);
  bytes.set([7, 43, 28, 5], 12);
  view.setFloat64(16, 20, true);
  view.setUint32(24, 50, true);
  bytes[33] = id.length;
  view.setUint32(36, 8 * 50, true);
  bytes.set(id, 40);
  for (let i = 0; i < 50; i++) view.setFloat64(40 + id.length + 8 * i, Math.sin(i), true);
  return bytes;
}

function seal3(bytes: Uint8Array): Uint8Array {
  if (bytes.length < 40) return bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = 40 + view.getUint8(33) + view.getUint16(34, true) + view.getUint32(36, true);
  view.setUint32(28, crc32c(bytes.subarray(0, Math.min(end, bytes.length)), 28), true);
  return bytes;
}

/** What a reader has made is fit for all that comes after it: dates that exist, intervals above zero. */
export function checkRead(objects: unknown[], toText: (time: bigint) => string): void {
  for (const object of objects as (Partial<Trace> & Partial<SeismicEvent>)[]) {
    if (object.starttime !== undefined) toText(object.starttime);
    if (object.time !== undefined) toText(object.time);
    if (object.delta !== undefined && !(object.delta > 0 && object.delta < Infinity)) {
      throw new Error(`a sampling interval of ${object.delta} s`);
    }
  }
}
