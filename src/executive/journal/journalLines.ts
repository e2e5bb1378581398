import type { Parameters } from '@/core/config';
import type { HandDecision, PairKey, PairLimits, PairOutcome } from '@/core/model';
import type { Fingerprint } from './fingerprint';

/** Heads the lines of a run: it says where the results come from. */
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
  /** All of the selection was to be processed again, whatever was done already: what the run does not come to, later ones owe. */
  fresh?: true;
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

/** The tables were written, of all that the lines before this one tell. */
export interface TablesLine {
  kind: 'tables';
  config: string;
  /** Of the files as they were left, and of what they were made from. */
  stamp: string;
}

/** Somebody has decided on the windows of a pair. */
export interface HandLine extends HandDecision {
  kind: 'hand';
}

/** A line of a kind that a later version of the program has added. */
interface UnknownLine {
  kind: 'unknown';
}

export type JournalLine = RunLine | PairLine | CommitLine | TablesLine | HandLine;
/** A line as read: of a pair its head, and its outcome as JSON. */
export type ReadLine =
  RunLine | CommitLine | TablesLine | HandLine | UnknownLine | { head: PairHead; outcome: Uint8Array };

const OUTCOME = Buffer.from(',"outcome":');
const BRACE = '}'.charCodeAt(0);
const PAIR_TEXTS = ['event', 'station', 'evaluation', 'status', 'config', 'inputs'];
/** What lines of each other kind are read by: without it, one tells nothing. */
const TEXTS = {
  run: ['config'],
  commit: ['event', 'config'],
  tables: ['config', 'stamp'],
  hand: ['event', 'station', 'evaluation', 'verdict'],
};
const SELECTED = ['events', 'stations'] as const;
type OtherLine = Exclude<JournalLine, PairLine>;

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

function isKnown(line: { kind: string }): line is OtherLine {
  return Object.hasOwn(TEXTS, line.kind);
}

function isWhole(line: OtherLine): boolean {
  if (!has(line, TEXTS[line.kind])) return false;
  if (line.kind === 'hand') return isObject(line.windows);
  return (
    line.kind !== 'run' || (isObject(line.selection) && SELECTED.every((name) => Array.isArray(line.selection[name])))
  );
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function has(line: object, names: string[]): boolean {
  return names.every((name) => typeof (line as Record<string, unknown>)[name] === 'string');
}

/** A line of the journal, or null for what is none: a torn write, bytes that a failing disk or somebody's editor has changed.
 *  @param line without its end; of a pair, its outcome stays a part of these bytes */
export function parseLine(line: Buffer): ReadLine | null {
  const at = line.indexOf(OUTCOME);
  try {
    const head = JSON.parse(at < 0 ? line.toString() : `${line.toString('utf8', 0, at)}}`) as
      Exclude<JournalLine, PairLine> | PairHead | null;
    if (head?.kind === 'pair') {
      if (at < 0 || line.at(-1) !== BRACE || line.at(-2) !== BRACE) return null;
      return has(head, PAIR_TEXTS) && Array.isArray(head.adjoints)
        ? { head, outcome: line.subarray(at + OUTCOME.length, -1) }
        : null;
    }
    if (head !== null && isKnown(head)) return isWhole(head) ? head : null;
    return typeof (head as { kind?: unknown } | null)?.kind === 'string' ? { kind: 'unknown' } : null;
  } catch {
    return null;
  }
}
