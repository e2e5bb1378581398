import { bitsAt, type ProjectOverview } from '@/api';
import { isReady, type PairKey } from '@/core/model';

export type PairLists = Pick<ProjectOverview, 'events' | 'stations' | 'availability'>;

/** The selected pairs that have waveforms of both sides which can be compared, in the order of the lists. */
export function* readyPairs(
  project: PairLists,
  events: ReadonlySet<string>,
  stations: ReadonlySet<string>,
): Generator<PairKey> {
  for (const [row, { id }] of project.events.entries()) {
    if (!events.has(id)) continue;
    for (const [column, { code }] of project.stations.entries()) {
      const bits = bitsAt(project.availability[row], column);
      if (isReady(bits, false) && stations.has(code)) yield { event: id, station: code };
    }
  }
}

/** The first pairs whose ids have all the words. */
export function findPairs(pairs: Iterable<PairKey>, words: string, most: number): PairKey[] {
  const wanted = words
    .toLowerCase()
    .split(/[\s·]+/)
    .filter(Boolean);
  const found: PairKey[] = [];
  for (const pair of pairs) {
    const text = `${pair.event} ${pair.station}`.toLowerCase();
    if (wanted.every((word) => text.includes(word))) found.push(pair);
    if (found.length === most) break;
  }
  return found;
}

/** Some pairs, each as likely as any other (reservoir sampling).
 *  @param random numbers in [0, 1) */
export function drawPairs(pairs: Iterable<PairKey>, number: number, random: () => number): PairKey[] {
  const drawn: PairKey[] = [];
  let seen = 0;
  for (const pair of pairs) {
    seen++;
    const place = seen <= number ? seen - 1 : Math.floor(random() * seen);
    if (place < number) drawn[place] = pair;
  }
  return drawn;
}
