import type { Parameters } from '@/core/config';
import {
  parseTime,
  type HandDecision,
  type HandWindows,
  type Nanoseconds,
  type PhaseArrival,
  type Trace,
  type Verdict,
  type Window,
} from '@/core/model';
import { DatasetError } from '../error';
import { loadHdf5, withFile, type Dataset, type File, type Group } from '../hdf5/reader';
import { adjointPath, configPath, decisionPath, QUAKEML, stationXmlPath } from './names';

/** A window as a dataset holds it, with the component it is on. */
export interface StoredWindow {
  component: string;
  window: Window;
}

/** An adjoint source as a dataset holds it, in forward time. */
export interface StoredAdjoint {
  type: string;
  channel: string;
  misfit: number;
  delta: number;
  /** s after the origin, of the first sample */
  start: number;
  data: Float64Array;
}

/** What the name of a stored trace tells. */
export interface WaveformName {
  location: string;
  channel: string;
  tag: string;
}

/** Opens an ASDF file, of Atoa or of pyasdf, and closes it when `use` returns. What `use` is given ends with it.
 *  @throws DatasetError for a file that is missing, damaged or not ASDF */
export async function readDataset<T>(path: string, use: (dataset: DatasetReader) => T): Promise<T> {
  const library = await loadHdf5();
  return withFile(library, path, (file) => use(new DatasetReader(file)));
}

export class DatasetReader {
  private readonly listed = new Map<string, string[]>();

  constructor(private readonly file: File) {
    if (file.attrs['file_format']?.value !== 'ASDF') {
      throw new DatasetError(file.filename, 'is not an ASDF file', 'Its root has no attribute file_format "ASDF".');
    }
  }

  /** Stations NN.SSS, sorted. */
  stations(): string[] {
    return [...this.names('/Waveforms')].sort();
  }

  /** Evaluations that have a configuration: `i01/s00`, `default`, sorted. */
  evaluations(): string[] {
    const root = '/AuxiliaryData/Configs';
    return this.names(root)
      .flatMap((name) => {
        const steps = this.names(`${root}/${name}`);
        return steps.length === 0 ? [name] : steps.map((step) => `${name}/${step}`);
      })
      .sort();
  }

  quakeml(): Uint8Array | null {
    return this.bytes(QUAKEML);
  }

  stationXml(station: string): Uint8Array | null {
    return this.bytes(stationXmlPath(station));
  }

  /** Traces of a station, by their names alone. */
  waveformNames(station: string): WaveformName[] {
    return this.traceNames(station).map((name) => {
      const [, , location = '', channel = ''] = name.split('__')[0]!.split('.');
      return { location, channel, tag: name.split('__').at(-1)! };
    });
  }

  /** Tags of a station's waveforms, sorted. */
  tags(station: string): string[] {
    return [...new Set(this.waveformNames(station).map(({ tag }) => tag))].sort();
  }

  /** @param component those of one component only */
  waveforms(station: string, tag: string, component?: string): Trace[] {
    return this.traceNames(station)
      .filter((name) => name.endsWith(`__${tag}`) && (component === undefined || componentOfName(name) === component))
      .map((name) => {
        const dataset = this.dataset(`/Waveforms/${station}/${name}`);
        const [network = '', code = '', location = '', channel = ''] = name.split('__')[0]!.split('.');
        return {
          ...{ network, station: code, location, channel },
          starttime: startOf(dataset),
          delta: 1 / Number(dataset.attrs['sampling_rate']!.value),
          data: samplesOf(dataset),
        };
      });
  }

  /** Windows of a station in an evaluation, by component and in order. */
  windows(evaluation: string, station: string): StoredWindow[] {
    const folder = `/AuxiliaryData/MisfitWindows/${evaluation}`;
    const prefix = `${station.replace('.', '_')}_`;
    return this.names(folder)
      .map((name) => ({
        name,
        match: /^([^_]+)_(\d+)$/.exec(name.startsWith(prefix) ? name.slice(prefix.length) : ''),
      }))
      .filter(({ match }) => match !== null)
      .sort((a, b) => compare(a.match![1]!, b.match![1]!) || Number(a.match![2]) - Number(b.match![2]))
      .map(({ name, match }) => ({ component: match![1]!, window: toWindow(this.dataset(`${folder}/${name}`)) }));
  }

  /** Bounds in samples of all windows on a component in an evaluation, in order, by station NN_SSS. */
  windowBounds(evaluation: string, component: string): Map<string, { left: number; right: number }[]> {
    const folder = `/AuxiliaryData/MisfitWindows/${evaluation}`;
    const bounds = new Map<string, { left: number; right: number }[]>();
    for (const name of this.names(folder)) {
      const [, station, letter] = /^(.+)_([^_]+)_\d+$/.exec(name) ?? [];
      if (station === undefined || letter !== component) continue;
      const [left, right] = [...(this.dataset(`${folder}/${name}`).value as BigInt64Array)].map(Number);
      const known = bounds.get(station) ?? [];
      bounds.set(
        station,
        [...known, { left: left!, right: right! }].sort((a, b) => a.left - b.left),
      );
    }
    return bounds;
  }

  /** The parameters that an evaluation was measured with, as far as they are there; null where Atoa has not written it. */
  parameters(evaluation: string): Partial<Parameters> | null {
    const path = configPath(evaluation);
    const text = this.exists(path) ? this.dataset(path).attrs['atoa_parameters']?.value : undefined;
    return typeof text === 'string' ? (JSON.parse(text) as Partial<Parameters>) : null;
  }

  /** Misfits of a station's adjoint sources in an evaluation. */
  misfits(evaluation: string, station: string): number[] {
    const folder = `/AuxiliaryData/AdjointSources/${evaluation}`;
    const prefix = `${station.replace('.', '_')}_`;
    return this.names(folder)
      .filter((name) => name.startsWith(prefix) && !name.slice(prefix.length).includes('_'))
      .map((name) => Number(this.dataset(`${folder}/${name}`).attrs['misfit']?.value));
  }

  /** The adjoint source of a channel of the synthetics, or null. */
  adjointSource(evaluation: string, station: string, channel: string): StoredAdjoint | null {
    const path = adjointPath(evaluation, station, channel);
    if (!this.exists(path)) return null;
    const dataset = this.dataset(path);
    const values = dataset.value as Float64Array;
    return {
      type: String(dataset.attrs['adj_src_type']?.value),
      channel: String(dataset.attrs['component']?.value),
      misfit: Number(dataset.attrs['misfit']?.value),
      delta: Number(dataset.attrs['dt']?.value),
      start: values[0] ?? 0,
      data: Float64Array.from({ length: values.length / 2 }, (_, i) => values[2 * i + 1]!),
    };
  }

  /** The decision by hand that an evaluation of a station was made with, or null. */
  decision(evaluation: string, station: string): HandDecision | null {
    const path = decisionPath(evaluation, station);
    if (!this.exists(path)) return null;
    const { attrs } = this.dataset(path);
    const text = (name: string) => String(attrs[name]?.value);
    return {
      ...{ event: text('event'), station: text('station'), evaluation: text('made_in') },
      ...{ verdict: text('verdict') as Verdict, by: text('by'), at: text('at'), note: text('note') },
      windows: JSON.parse(text('windows')) as HandWindows,
    };
  }

  private traceNames(station: string): string[] {
    return this.names(`/Waveforms/${station}`).filter((name) => name.includes('__'));
  }

  private exists(path: string): boolean {
    const cut = path.lastIndexOf('/');
    return this.names(path.slice(0, cut) || '/').includes(path.slice(cut + 1));
  }

  /** What a group holds; nothing where there is no such group. The library throws for a path with a missing part. Kept, as
   *  the file does not change while it is read: the library takes its time over it. */
  private names(path: string): string[] {
    const known = this.listed.get(path);
    if (known) return known;
    const object = path === '/' || this.exists(path) ? this.file.get(path) : null;
    const names = object && 'keys' in object ? (object as Group).keys() : [];
    this.listed.set(path, names);
    return names;
  }

  private dataset(path: string): Dataset {
    return this.file.get(path) as Dataset;
  }

  private bytes(path: string): Uint8Array | null {
    if (!this.exists(path)) return null;
    const data = this.dataset(path).value as Int8Array;
    return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  }
}

/** pyasdf makes its integers of doubles, which are multiples of 256 ns in this century: such a time means the microsecond
 *  beside it. */
function startOf(dataset: Dataset): Nanoseconds {
  const time = BigInt(dataset.attrs['starttime']!.value as bigint);
  return time % 256n === 0n ? ((time + 500n) / 1000n) * 1000n : time;
}

/** The component of a stored trace, by its name. */
function componentOfName(name: string): string {
  return name.split('__')[0]!.slice(-1);
}

function samplesOf(dataset: Dataset): Float64Array {
  const value = dataset.value as Float64Array | Float32Array | Int32Array | BigInt64Array;
  return value instanceof BigInt64Array ? Float64Array.from(value, Number) : Float64Array.from(value);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function toWindow(dataset: Dataset): Window {
  const attributes = dataset.attrs;
  const number = (name: string) => Number(attributes[name]?.value);
  const text = (name: string) => String(attributes[name]?.value);
  const prefix = 'phase_arrival_';
  const phases: PhaseArrival[] = Object.keys(attributes)
    .filter((name) => name.startsWith(prefix))
    .map((name) => ({ name: name.slice(prefix.length), time: number(name) }))
    .sort((a, b) => a.time - b.time);
  return {
    channelId: text('channel_id'),
    left: number('left_index'),
    center: number('center_index'),
    right: number('right_index'),
    delta: number('dt'),
    firstSample: parseTime(text('time_of_first_sample')),
    minPeriod: number('min_period'),
    cc: number('max_cc_value'),
    shiftSamples: number('cc_shift_in_samples'),
    shiftSeconds: number('cc_shift_in_seconds'),
    dlnA: number('dlnA'),
    weight: number('window_weight'),
    phases,
  };
}
