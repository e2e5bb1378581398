import { readFile } from 'node:fs/promises';
import { comparePairs, type PairKey, type PairOutcome } from '@/core/model';
import { outputFolders, type Project } from '@/project';
import { configDigest } from './fingerprint';
import { journalFile, logPath } from './folders';
import { readJournal } from './journalReader';

/** Outcomes of earlier runs of this configuration, sorted: of each pair the latest.
 *  @param out the folder that outputs went to, where not the project */
export async function readOutcomes(project: Project, out?: string): Promise<PairOutcome[]> {
  const { state } = await readJournal(journalFile(outputFolders(project, out)));
  return state.outcomes(configDigest(project.parameters)).sort(comparePairs);
}

/** The pairs that have failed, for doing them again. */
export function failedPairs(outcomes: readonly PairOutcome[]): PairKey[] {
  return outcomes.flatMap(({ status, event, station }) => (status === 'failed' ? [{ event, station }] : []));
}

/** The log of a pair; empty where there is none. */
export function readLog(project: Project, pair: PairKey, out?: string): Promise<string> {
  return readFile(logPath(outputFolders(project, out), pair), 'utf8').catch(() => '');
}
