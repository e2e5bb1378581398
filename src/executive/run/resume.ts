import { existsSync, readdirSync } from 'node:fs';
import type { HandDecision, PairKey, PairOutcome } from '@/core/model';
import { isCutShort, isWholeSpool } from '@/dataset';
import type { Fingerprint } from '../journal/fingerprint';
import {
  adjointFolder,
  datasetPath,
  figureName,
  spoolFile,
  spoolFolder,
  spoolName,
  type RunFolders,
} from '../disk/folders';
import type { PairRecord } from '../journal/journalReader';

/** Why a pair is processed. */
export const REASONS = {
  new: 'not done yet',
  asked: 'asked to be done again',
  configuration: 'the configuration or the program changed',
  inputs: 'its input files changed',
  hand: 'another decision was made on its windows, or one was withdrawn',
  passing: 'it failed for a reason that may have passed',
  unreadable: 'its line in the journal is damaged',
  spool: 'its result was not in the dataset yet and is gone',
  spoiled: 'its result was not in the dataset yet and is damaged',
  dataset: 'its dataset is gone',
  damaged: 'its dataset was cut short',
  adjoints: 'its adjoint sources are gone',
  partners: 'stations that it is compared with are done again',
  overwritten: 'its adjoint sources are those of another evaluation now',
  figure: 'it has no figure yet',
} as const;
export type Reason = keyof typeof REASONS;

/** Failures of the machine; those of the data come again as long as the data are the same. */
const PASSING = new Set(['worker', 'write', 'figure', 'cancelled']);
/** A file that could not be read may be back, or be readable now, without looking any different. */
const PASSING_CODE = 'unreadable';

/** The files that an event's earlier results left, listed once. */
export class EventOutputs {
  readonly #adjoints: Set<string>;
  readonly #spool: Set<string>;
  readonly #dataset: 'there' | 'dataset' | 'damaged';
  readonly #spoolPath: (head: PairKey) => string;

  constructor(folders: RunFolders, evaluation: string, event: string) {
    this.#spoolPath = (head) => spoolFile(folders, evaluation, head);
    this.#adjoints = listing(adjointFolder(folders, event));
    this.#spool = listing(spoolFolder(folders, evaluation, event));
    const path = datasetPath(folders, event);
    this.#dataset = !existsSync(path) ? 'dataset' : isCutShort(path) ? 'damaged' : 'there';
  }

  /** @returns what of a recorded pair is missing; the result of one whose dataset is to be written is read */
  missing({ head, committed }: PairRecord): Reason | null {
    if (committed && this.#dataset !== 'there') return this.#dataset;
    if (!committed && !this.#spool.has(spoolName(head))) return 'spool';
    if (!committed && !isWholeSpool(this.#spoolPath(head))) return 'spoiled';
    return head.adjoints.every((name) => this.#adjoints.has(name)) ? null : 'adjoints';
  }
}

/** Names in a folder; none where it is not there. */
export function listing(folder: string): Set<string> {
  try {
    return new Set(readdirSync(folder));
  } catch {
    return new Set();
  }
}

export interface ResumeRules {
  fresh: boolean;
  /** The decision by hand that holds for the pair. */
  hand: HandDecision | null;
  /** Names of the figures there; null where none are wanted. */
  figures: Set<string> | null;
  /** No other evaluation of the pair came later. */
  isLatest: boolean;
}

/** The outcome of a pair that is done and of which nothing has changed since; or why it is to be processed. */
export function outcomeOrReason(
  pair: PairKey,
  fingerprint: Fingerprint,
  record: PairRecord | undefined,
  outputs: EventOutputs,
  { fresh, figures, hand, isLatest }: ResumeRules,
): PairOutcome | Reason {
  if (!record) return 'new';
  if (fresh) return 'asked';
  const { head } = record;
  if (head.config !== fingerprint.config) return 'configuration';
  const { outcome } = record;
  if (head.inputs !== fingerprint.inputs) return outcome?.hand?.at === hand?.at ? 'inputs' : 'hand';
  if (head.stage !== null && PASSING.has(head.stage)) return 'passing';
  if (outcome === null) return 'unreadable';
  if (outcome.error?.code === PASSING_CODE) return 'passing';
  if (figures && head.status === 'ok' && !figures.has(figureName(pair))) return 'figure';
  return outputs.missing(record) ?? (isLatest || head.adjoints.length === 0 ? outcome : 'overwritten');
}
