/** The identity of a unit of work: an event id and a station code NN.SSS. */
export interface PairKey {
  event: string;
  station: string;
}

/** Orders names by code units: the same everywhere, whatever the locale. */
export function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Orders pairs by event, then station. */
export function comparePairs(a: PairKey, b: PairKey): number {
  return compareNames(a.event, b.event) || compareNames(a.station, b.station);
}

export function pairId(key: PairKey): string {
  return `${key.event}/${key.station}`;
}
