/** A project to be run, and the same waveforms where the reference stack looks for them. */
export interface BenchCase {
  name: string;
  /** What it is, in words. */
  what: string;
  pairs: number;
  /** Folder of Atoa's project. */
  project: string;
  /** Folder in the layout of `executive_peer.py`; null where the reference stack has no part in it. */
  peer: string | null;
  minPeriod: number;
  maxPeriod: number;
}

/** Pairs are spread over this many stations an event. */
export const STATIONS = 10;

/** `index` with zeros in front. */
export function numbered(prefix: string, index: number): string {
  return `${prefix}${String(index + 1).padStart(3, '0')}`;
}
