import { readFile } from 'node:fs/promises';
import { setImmediate as turn } from 'node:timers/promises';
import { evaluationPath } from '@/core/config';
import { comparePairs, type HandDecision, type PairKey, type PairOutcome, type ProjectProblem } from '@/core/model';
import { outputFolders, type Project } from '@/project';
import { configDigest } from './journal/fingerprint';
import { journalFile, logPath } from './disk/folders';
import type { HandBook } from './journal/handBook';
import type { RunLine } from './journal/journalLines';
import { readDecisions, readJournal, type PairRecord } from './journal/journalReader';
import { leftBehind } from './leftBehind';
import { owedPairs } from './owed';

/** What a project's journal tells. */
export interface JournalledResults {
  /** Of earlier runs of this configuration, sorted: of each pair the latest. */
  records: PairRecord[];
  hand: HandBook;
  /** As `readLastSelection`. */
  selection: RunLine['selection'] | null;
  /** As `owedPairs`. */
  earlier: PairKey[];
  /** Names of the evaluations that have pairs measured with another configuration, in their order. */
  otherwise: string[];
  /** As `leftBehind`. */
  left: ProjectProblem[];
}

export async function readResults(project: Project): Promise<JournalledResults> {
  const { state } = await readJournal(journalFile(outputFolders(project)));
  const config = configDigest(project.parameters);
  const records = await sorted(state.recordsOf(config));
  const last = state.lastRun(config);
  const earlier = owedPairs(project, state, config);
  const otherwise = state.evaluationsBeside(config);
  const left = leftBehind(project, records, state.hand);
  return { records, hand: state.hand, selection: last?.selection ?? null, earlier, otherwise, left };
}

/** Sorts event by event, with others having their turn in between: a journal can hold 100,000 pairs. */
async function sorted(records: Iterable<PairRecord>): Promise<PairRecord[]> {
  const byEvent = new Map<string, PairRecord[]>();
  for (const record of records) {
    const { event } = record.head;
    const list = byEvent.get(event);
    if (list) list.push(record);
    else byEvent.set(event, [record]);
  }
  const all: PairRecord[] = [];
  for (const event of [...byEvent.keys()].sort()) {
    for (const record of byEvent.get(event)!.sort((a, b) => comparePairs(a.head, b.head))) all.push(record);
    await turn();
  }
  return all;
}

/** Of each pair that somebody has decided on by hand the decision that counts in the project's evaluation, sorted.
 *  @param out as `readOutcomes` */
export async function readHandDecisions(project: Project, out?: string): Promise<HandDecision[]> {
  const book = await readDecisions(journalFile(outputFolders(project, out)));
  return book.list(evaluationPath(project.parameters));
}

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

/** What the last run of this configuration was asked for; null before the first. */
export async function readLastSelection(project: Project, out?: string): Promise<RunLine['selection'] | null> {
  const { state } = await readJournal(journalFile(outputFolders(project, out)));
  return state.lastRun(configDigest(project.parameters))?.selection ?? null;
}

/** A pair's adjoint source files, as the journal names them. */
export interface WrittenAdjoints extends PairKey {
  names: string[];
  /** They are of the present configuration, and no other has written over them since. */
  isPresent: boolean;
}

/** The adjoint source files that runs have left, by event and station. */
export async function readWrittenAdjoints(project: Project, out?: string): Promise<WrittenAdjoints[]> {
  const { state } = await readJournal(journalFile(outputFolders(project, out)));
  const config = configDigest(project.parameters);
  const found: WrittenAdjoints[] = [];
  for (const { head } of state.records()) {
    if (state.latest(head)?.head !== head || head.adjoints.length === 0) continue;
    const { event, station, adjoints } = head;
    found.push({ event, station, names: adjoints, isPresent: head.config === config });
  }
  return found.sort(comparePairs);
}

/** The log of a pair; empty where there is none. */
export function readLog(project: Project, pair: PairKey, out?: string): Promise<string> {
  return readFile(logPath(outputFolders(project, out), pair), 'utf8').catch(() => '');
}
