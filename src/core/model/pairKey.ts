/** The identity of a unit of work: an event id and a station code NN.SSS. */
export interface PairKey {
  event: string;
  station: string;
}

/** Orders pairs by event, then station, by code units: the same everywhere, whatever the locale. */
export function comparePairs(a: PairKey, b: PairKey): number {
  if (a.event !== b.event) return a.event < b.event ? -1 : 1;
  if (a.station !== b.station) return a.station < b.station ? -1 : 1;
  return 0;
}

export function pairId(key: PairKey): string {
  return `${key.event}/${key.station}`;
}
