import type { Parameters } from '@/core/config';
import type { HandDecision, PairKey, PairLimits, PairOutcome } from '@/core/model';
import type { Fingerprint } from './fingerprint';

/** Heads the lines of a run. Nothing is concluded from it; it says where the results come from. */
export interface RunLine {
  kind: 'run';
  /** ISO 8601 */
  at: string;
  versions: { algorithms: number; node: string };
  selection: {
    events: string[];
    stations: string[];
    limits: PairLimits | null;
    pairs: number;
    /** Pairs that lacked something were left out. */
    readyOnly?: boolean;
  };
  config: string;
  parameters: Parameters;
}

/** A finished pair, in short. */
export interface PairHead extends PairKey, Fingerprint {
  kind: 'pair';
  status: PairOutcome['status'];
  /** Stage of the failure; null where it went well. */
  stage: string | null;
  /** Names of the adjoint source files it wrote. */
  adjoints: string[];
}

/** A finished pair. */
export interface PairLine extends PairHead {
  /** The last field of the line: it is read when it is asked for. */
  outcome: PairOutcome;
}

/** All pairs of an event that were finished with a configuration, as of this line, are in its dataset. */
export interface CommitLine {
  kind: 'commit';
  event: string;
  config: string;
  /** Name of the dataset. */
  dataset: string;
}

/** Somebody has decided on the windows of a pair. */
export interface HandLine extends HandDecision {
  kind: 'hand';
}

/** A line of a kind that a later version of the program has added. */
interface UnknownLine {
  kind: 'unknown';
}

export type JournalLine = RunLine | PairLine | CommitLine | HandLine;
/** A line as read: of a pair its head, and the text of its outcome. */
export type ReadLine = RunLine | CommitLine | HandLine | UnknownLine | { head: PairHead; outcome: string };

const OUTCOME = ',"outcome":';

/** What a line of a decision begins with. */
export const HAND_LINE = '{"kind":"hand",';

export function handLine(decision: HandDecision): HandLine {
  return { kind: 'hand', ...decision };
}

export function pairLine(fingerprint: Fingerprint, adjoints: string[], outcome: PairOutcome): PairLine {
  const { event, station, status, error } = outcome;
  const { evaluation, config, inputs } = fingerprint;
  const stage = error?.stage ?? null;
  return { kind: 'pair', event, station, evaluation, status, stage, config, inputs, adjoints, outcome };
}

/** A line of the journal, or null for what is none: a torn write, or bytes that a failing disk has changed. */
export function parseLine(text: string): ReadLine | null {
  const at = text.indexOf(OUTCOME);
  try {
    const line = JSON.parse(at < 0 ? text : `${text.slice(0, at)}}`) as
      Exclude<JournalLine, PairLine> | PairHead | null;
    if (line?.kind === 'pair') {
      if (at < 0 || !text.endsWith('}}')) return null;
      return { head: line, outcome: text.slice(at + OUTCOME.length, -1) };
    }
    if (line?.kind === 'run' || line?.kind === 'commit' || line?.kind === 'hand') return line;
    return typeof (line as { kind?: unknown } | null)?.kind === 'string' ? { kind: 'unknown' } : null;
  } catch {
    return null;
  }
}
