import type { Parameters } from '@/core/config';
import { pairId, type PairKey } from '@/core/model';
import { isDoubleDifference } from '@/core/pair';
import { expandSelection, onlyReady, ProjectError, type Project, type SelectedPair } from '@/project';
import { ALGORITHM_VERSION } from './journal/fingerprint';
import type { RunLine } from './journal/journalLines';
import type { ExecutiveOptions } from './options';

/** The pairs that a run is asked for, sorted.
 *  @throws ProjectError for an unknown event, a station code without four parts, a selection without pairs */
export function selectPairs(
  project: Project,
  {
    eventIds = [],
    stationCodes: stations = [],
    pairs: limits,
    again,
    readyOnly = false,
  }: Omit<ExecutiveOptions, 'launcher'>,
  events = eventIds,
): SelectedPair[] {
  const all = expandSelection(project, { events, stations, pairs: limits });
  const pairs = again === undefined ? all : onlyAgain(all, again, project.parameters);
  return readyOnly ? onlyReady(project, pairs) : pairs;
}

/** Of a selection what is to be done again, with whatever that cannot be done without.
 *  @throws ProjectError where nothing is left */
function onlyAgain(pairs: SelectedPair[], again: PairKey[], { adj_src_type }: Parameters): SelectedPair[] {
  const key = isDoubleDifference(adj_src_type) ? (pair: PairKey) => pair.event : pairId;
  const wanted = new Set(again.map(key));
  const kept = pairs.filter((pair) => wanted.has(key(pair)));
  if (kept.length > 0) return kept;
  const advice = 'Select more events and stations, or run the selection as a whole.';
  throw new ProjectError('empty-selection', 'none of the pairs to be done again is in the selection', advice);
}

/** What heads the journal's lines of a run. */
export function runLine(options: ExecutiveOptions, config: string, parameters: Parameters, pairs: number): RunLine {
  const { eventIds: events = [], stationCodes: stations = [], pairs: limits = null, readyOnly } = options;
  const versions = { algorithms: ALGORITHM_VERSION, node: process.version };
  const selection = { events, stations, limits, pairs, ...(readyOnly ? { readyOnly } : {}) };
  // Of some pairs only, it is not the selection that is to be done again.
  const fresh = options.fresh === true && options.again === undefined;
  const at = new Date().toISOString();
  return { kind: 'run', at, versions, selection, ...(fresh ? { fresh } : {}), config, parameters };
}
