import { pairId, type PairKey } from '@/core/model';
import { ProjectError, type Project } from '@/project';
import type { JournalState, PairRecord } from './journal/journalReader';
import { selectPairs } from './runSelection';

/** The pairs that the last fresh run of a configuration was to do again and has not come to, as it was broken off: their results
 *  are of before it. Runs after it owe them, until they are done. */
export function owedPairs(project: Project, state: JournalState, config: string): PairKey[] {
  const run = state.freshRun(config);
  if (run === null) return [];
  const before = [...state.recordsOf(config)].filter(({ fresh }) => fresh !== run).map(keyOf);
  if (before.length === 0) return [];
  const { events, stations, limits, readyOnly = false } = run.selection;
  const limited = limits === null ? {} : { pairs: limits };
  try {
    const wanted = { eventIds: events, stationCodes: stations, ...limited, readyOnly };
    const selected = new Set(selectPairs(project, wanted).map(pairId));
    return before.filter((pair) => selected.has(pairId(pair)));
  } catch (error) {
    // What the run was of is not there any more.
    if (error instanceof ProjectError) return [];
    throw error;
  }
}

function keyOf({ head: { event, station } }: PairRecord): PairKey {
  return { event, station };
}
