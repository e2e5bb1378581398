import type { Trace } from '@/core/model';
import type { DatasetReader } from './read';

/** One component of a station as an evaluation has left it. */
export interface StoredComponent {
  /** NN.SSS */
  station: string;
  observed: Trace;
  synthetic: Trace;
  /** Bounds in samples, both included. */
  windows: { left: number; right: number }[];
}

/** Names under which an evaluation's waveforms are stored. */
export interface StoredTags {
  observed: string;
  synthetic: string;
}

/** One component of all stations that have both sides of it. They are read as one goes through them, so that few are in
 *  memory at a time. */
export function* storedComponents(
  dataset: DatasetReader,
  evaluation: string,
  component: string,
  tags: StoredTags,
): Generator<StoredComponent> {
  const bounds = dataset.windowBounds(evaluation, component);
  for (const station of dataset.stations()) {
    const read = (tag: string) => {
      const [trace] = dataset.waveforms(station, tag, component);
      return trace;
    };
    const synthetic = read(tags.synthetic);
    const observed = synthetic && read(tags.observed);
    if (!synthetic || !observed) continue;
    yield { station, observed, synthetic, windows: bounds.get(station.replace('.', '_')) ?? [] };
  }
}
