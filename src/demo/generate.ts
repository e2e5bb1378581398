import { stationCode, type Station } from '@/core/model';
import { writeMiniSeed, writeQuakeml, writeStationXml } from '@/formats';
import { planDemo, type DemoOptions } from './plan';
import { observedTraces, syntheticMotion } from './recording';
import { PERIODS, SYNTHETIC_GRID } from './settings';

/** Takes a file of the demo project; `path` is relative to its folder, with slashes. */
export type WriteFile = (path: string, bytes: Uint8Array) => Promise<void>;

export interface DemoSummary {
  events: number;
  stations: number;
  files: number;
}

const encoder = new TextEncoder();

/** Makes a demo project, file by file; the same bytes for the same options.
 *  @param write   called for one file at a time
 *  @param advance told after each event how many of all are done */
export async function generateDemo(
  options: DemoOptions,
  write: WriteFile,
  advance: (done: number, total: number) => void = () => undefined,
): Promise<DemoSummary> {
  const { events, stations, seed } = planDemo(options);
  const times = Array.from({ length: SYNTHETIC_GRID.length }, (_, i) =>
    (SYNTHETIC_GRID.start + i * SYNTHETIC_GRID.delta).toFixed(7).padStart(13),
  );
  let files = 0;
  const put = async (path: string, content: Uint8Array | string) => {
    await write(path, typeof content === 'string' ? encoder.encode(content) : content);
    files++;
  };
  await put('atoa.yaml', configuration());
  for (const station of stations) {
    await put(`stations/${codeOf(station)}.xml`, writeStationXml([station]));
  }
  for (const [eventIndex, event] of events.entries()) {
    await put(`events/${event.id}.xml`, writeQuakeml(event));
    for (const [stationIndex, station] of stations.entries()) {
      const code = codeOf(station);
      for (const trace of observedTraces(event, station, seed, eventIndex, stationIndex)) {
        const path = `observed/${event.id}/${code}.${trace.location}.${trace.channel}.mseed`;
        await put(path, writeMiniSeed([trace], { encoding: 'steim2', recordLength: 4096 }));
      }
      for (const [component, data] of Object.entries(syntheticMotion(event, station))) {
        await put(`synthetics/${event.id}/${code}.BX${component}.semd`, synthetic(times, data));
      }
    }
    advance(eventIndex + 1, events.length);
  }
  return { events: events.length, stations: stations.length, files };
}

function configuration(): string {
  return [
    '# A synthetic project, made by Atoa. docs/demo.md says how.',
    'iteration: 1',
    'step_count: 0',
    `min_period: ${PERIODS.min}`,
    `max_period: ${PERIODS.max}`,
    'preprocess:',
    '  remove_response: true',
    '',
  ].join('\n');
}

/** NN.SSS */
function codeOf({ network, code }: Station): string {
  return stationCode({ network, station: code });
}

/** A SPECFEM ASCII file.
 *  @param times the first column */
function synthetic(times: string[], data: Float64Array): string {
  let text = '';
  for (let i = 0; i < data.length; i++) {
    // Zeros are many, before P, and slow to format.
    text += `${times[i]!}   ${data[i] === 0 ? '0.0000000e+0' : data[i]!.toExponential(7)}\n`;
  }
  return text;
}
