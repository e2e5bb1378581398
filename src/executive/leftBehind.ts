import { comparePairs, type PairKey, type ProjectProblem } from '@/core/model';
import type { Project } from '@/project';
import type { HandBook, LostDecision } from './journal/handBook';
import type { PairRecord } from './journal/journalReader';

const MOST_NAMES = 3;

/** What is wrong with what earlier runs, and decisions by hand, have left.
 *  @param records as `gonePairs` */
export function leftBehind(project: Project, records: Iterable<PairRecord>, hand: HandBook): ProjectProblem[] {
  return [gonePairs(project, records), lostDecisions(hand.lost)].filter((problem) => problem !== null);
}

/** Says which decisions by hand count no more, as their lines in the journal are damaged. */
function lostDecisions(lost: readonly LostDecision[]): ProjectProblem | null {
  if (lost.length === 0) return null;
  const names = lost.slice(0, MOST_NAMES).map(({ line, pair }) => {
    return pair === null ? `line ${line}` : `line ${line}, on ${pair.event} ${pair.station}`;
  });
  const more = lost.length > MOST_NAMES ? ` and ${lost.length - MOST_NAMES} more` : '';
  const message = `decisions by hand are lost, as their lines in the journal are damaged: ${names.join('; ')}${more}`;
  const advice =
    'Look at the windows of these pairs and decide again; a line of which nothing can be read may be deleted.';
  return { severity: 'warning', file: null, message, advice };
}

/** Says which pairs keep a result although waveforms of theirs are not in the project any more: no run does them again, and none
 *  removes what they have left.
 *  @param records of the present configuration, in any order: those of 100,000 pairs take longer to be sorted than to be looked at
 *  @returns null where there are none */
function gonePairs(project: Project, records: Iterable<PairRecord>): ProjectProblem | null {
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
