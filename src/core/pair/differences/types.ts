import type { Station } from '@/core/model';
import type { ComponentResult } from '../types';

/** A station of an event, preprocessed and windowed. */
export interface DifferenceStation {
  /** NN.SSS */
  code: string;
  /** Null where nothing tells where it lies: it is not compared then. */
  station: Pick<Station, 'latitude' | 'longitude'> | null;
  components: readonly ComponentResult[];
}

/** One component of two stations that are compared, `a` before `b` in the alphabet. */
export interface StationPair {
  component: string;
  a: string;
  b: string;
  distanceKm: number;
  /** Mean similarity of the windows that are compared. */
  similarity: number;
  /** Windows that are compared, by their position in a's list and in b's. */
  windows: [ofA: number, ofB: number][];
}

/** A station pair with its misfit: the sum over its windows. */
export interface MeasuredStationPair extends StationPair {
  misfit: number;
}
