import { comparePairs, type PairKey, type ProjectProblem } from '@/core/model';
import type { Project } from '@/project';
import type { PairRecord } from './journal/journalReader';

const MOST_NAMES = 3;

/** Says which pairs keep a result although waveforms of theirs are not in the project any more: no run does them again, and none
 *  removes what they have left.
 *  @param records of the present configuration, in any order: those of 100,000 pairs take longer to be sorted than to be looked at
 *  @returns null where there are none */
export function leftBehind(project: Project, records: Iterable<PairRecord>): ProjectProblem | null {
  const has = { observed: stationsByEvent(project.observed), synthetic: stationsByEvent(project.synthetic) };
  const first: PairKey[] = [];
  let gone = 0;
  for (const { head } of records) {
    const isThere = has.observed(head.event).has(head.station) && has.synthetic(head.event).has(head.station);
    if (head.status !== 'ok' || isThere) continue;
    gone++;
    const place = first.findIndex((each) => comparePairs(head, each) < 0);
    first.splice(place < 0 ? first.length : place, 0, head);
    if (first.length > MOST_NAMES) first.pop();
  }
  if (gone === 0) return null;
  const names = first.map(({ event, station }) => `${event} ${station}`);
  const more = gone > MOST_NAMES ? ` and ${gone - MOST_NAMES} more` : '';
  const message = `${names.join(', ')}${more}: there are results of earlier runs, but the waveforms are not there any more`;
  const advice = 'Put the waveforms back, or leave these results out of what you use: nothing is removed by itself.';
  return { severity: 'warning', file: null, message, advice };
}

function stationsByEvent(waveforms: Project['observed']): (event: string) => Set<string> {
  const known = new Map<string, Set<string>>();
  return (event) => {
    const stations = known.get(event) ?? new Set(waveforms.stationsOf(event));
    known.set(event, stations);
    return stations;
  };
}
