import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { addSeconds, type SeismicEvent, type Station, type Trace } from '@/core/model';
import type { PairInput } from '@/core/pair';
import { generateDemo, type DemoOptions } from '@/demo';
import { readEvents, readStations, readWaveforms } from '@/formats';

/** How a case departs from the plain pair; the words are those of `agreement_cases.py`. */
export interface Origin {
  obs: Source;
  syn: Source;
  event: boolean;
  station: boolean;
  shift: number;
  cut: number;
  late: number | null;
  drop: number;
}
type Start = Pick<Origin, 'shift' | 'cut' | 'late' | 'drop'>;
type Source = 'record' | 'synthetic' | 'echo';
type PairId = readonly [event: string, station: string];

/** The demo project in memory. */
export class DemoProject {
  readonly #files: Map<string, Uint8Array>;
  readonly #traces = new Map<string, Record<Source, Trace[]>>();
  readonly #events = new Map<string, SeismicEvent>();
  readonly #stations = new Map<string, Station>();

  private constructor(files: Map<string, Uint8Array>) {
    this.#files = files;
  }

  static async make(options: DemoOptions): Promise<DemoProject> {
    const files = new Map<string, Uint8Array>();
    await generateDemo(options, async (path, bytes) => void files.set(path, bytes));
    return new DemoProject(files);
  }

  /** Of all files of a pair, in the order of their paths. */
  digest([event, station]: PairId): string {
    const own = (path: string) =>
      path === `events/${event}.xml` ||
      path === `stations/${station}.xml` ||
      [`observed/${event}/${station}.`, `synthetics/${event}/${station}.`].some((start) => path.startsWith(start));
    const total = createHash('sha256');
    for (const path of [...this.#files.keys()].filter(own).sort()) total.update(this.#files.get(path)!);
    return total.digest('hex').slice(0, 16);
  }

  input(pair: PairId, { obs, syn, event, station, ...start }: Origin): PairInput {
    const traces = this.#read(pair);
    const synthetic = traces[syn];
    return {
      event: event ? this.#event(pair[0]) : null,
      station: station ? this.#station(pair[1]) : null,
      observed: traces[obs].map((trace) => moved(trace, synthetic[0], start)),
      synthetic,
    };
  }

  #read([event, station]: PairId): Record<Source, Trace[]> {
    const key = `${event}/${station}`;
    let traces = this.#traces.get(key);
    if (traces === undefined) {
      const { time } = this.#event(event);
      const read = (path: string) => readWaveforms(this.#bytes(path), basename(path), time);
      const channels = [...'ENZ'];
      const synthetic = channels.flatMap((c) => read(`synthetics/${event}/${station}.BX${c}.semd`));
      const record = channels.flatMap((c) => read(`observed/${event}/${station}.00.BH${c}.mseed`));
      this.#traces.set(key, (traces = { record, synthetic, echo: echoOf(synthetic) }));
    }
    return traces;
  }

  #event(id: string): SeismicEvent {
    const event = this.#events.get(id) ?? readEvents(this.#bytes(`events/${id}.xml`), `${id}.xml`)[0];
    this.#events.set(id, event);
    return event;
  }

  #station(code: string): Station {
    const station = this.#stations.get(code) ?? readStations(this.#bytes(`stations/${code}.xml`), `${code}.xml`)[0];
    this.#stations.set(code, station);
    return station;
  }

  #bytes(path: string): Uint8Array {
    const bytes = this.#files.get(path);
    if (bytes === undefined) throw new Error(`the demo project has no file ${path}`);
    return bytes;
  }
}

/** Later by 9 samples, larger by 1.3, with a quarter of the next component. */
function echoOf(synthetic: Trace[]): Trace[] {
  return synthetic.map((trace, i) => {
    const next = synthetic[(i + 1) % synthetic.length].data;
    const n = trace.data.length;
    return { ...trace, data: next.map((value, j) => 1.3 * trace.data[(j - 9 + n) % n] + 0.25 * value) };
  });
}

function moved(trace: Trace, synthetic: Trace, { shift, cut, late, drop = 0 }: Start): Trace {
  const starttime = late === null ? addSeconds(trace.starttime, shift) : addSeconds(synthetic.starttime, late);
  return { ...trace, starttime, data: trace.data.slice(cut, trace.data.length - drop) };
}
