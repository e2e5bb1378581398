import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseTime, type Station, type Trace } from '@/core/model';
import { writeMiniSeed, writeStationXml } from '@/formats';

/** A temporary folder with the given files, by their paths in it; for tests. */
export async function makeProject(files: Record<string, string | Uint8Array>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'atoa-project-'));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  return root;
}

export async function removeProject(root: string): Promise<void> {
  await rm(root, { recursive: true, force: true });
}

export const ORIGIN = '2018-02-18T07:43:48.13Z';

export function cmt(id: string, time = '2018 02 18 07 43 48.13'): string {
  return ` PDE ${time} -39.9490 176.2995 20.6 4.9 4.9 NORTH ISLAND
event name: ${id}
time shift: 0.0
half duration: 0.0
latitude: -39.9490
longitude: 176.2995
depth: 20.6
Mrr: -2.47e+23
Mtt: 1.31e+23
Mpp: 1.16e+23
Mrt: 5.03e+22
Mrp: 6.60e+22
Mtp: 9.35e+22
`;
}

/** SPECFEM's columns from -1 s on, 1 s apart. */
export function columns(samples: number): string {
  return Array.from({ length: samples }, (_, i) => `${i - 1}.0 ${i}.0\n`).join('');
}

export function trace(code: string, start: string, samples: number, delta = 1): Trace {
  const [network, station, location, channel] = code.split('.') as [string, string, string, string];
  const data = Float64Array.from({ length: samples }, (_, i) => i);
  return { network, station, location, channel, starttime: parseTime(start), delta, data };
}

export function miniSeed(...traces: Trace[]): Uint8Array {
  return writeMiniSeed(traces, { encoding: 'int32' });
}

export function stationXml(code: string, latitude = -40.68): string {
  const [network, name] = code.split('.') as [string, string];
  const place = { latitude, longitude: 176.25, elevationM: 283 };
  const station: Station = {
    network,
    code: name,
    ...place,
    channels: [
      {
        ...place,
        location: '10',
        code: 'HHZ',
        depthM: 0,
        azimuthDeg: 0,
        dipDeg: -90,
        sampleRate: 1,
        start: parseTime('2015-01-01'),
        end: null,
        response: {
          sensitivity: { value: 1e9, frequency: 1, inputUnits: 'm/s', outputUnits: 'count' },
          stages: [
            {
              kind: 'gain',
              number: 1,
              inputUnits: null,
              outputUnits: null,
              gain: 1e9,
              gainFrequency: 1,
              decimation: null,
            },
          ],
        },
      },
    ],
  };
  return writeStationXml([station]);
}
