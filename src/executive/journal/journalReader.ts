import { open } from 'node:fs/promises';
import type { HandDecision, PairKey, PairOutcome } from '@/core/model';
import { HandBook, type LostDecision } from './handBook';
import {
  HAND_LINE,
  parseLine,
  type CommitLine,
  type HandLine,
  type JournalLine,
  type PairHead,
  type ReadLine,
  type RunLine,
  type TablesLine,
} from './journalLines';

const CHUNK = 4 * 2 ** 20;
const NEWLINE = 10;
const decoder = new TextDecoder();

/** The latest that is known of a pair. */
export class PairRecord {
  readonly head: PairHead;
  /** Its dataset has it. */
  committed = false;
  /** The head of the last run before it, or its own, that was to do everything again; null where there was none. */
  readonly fresh: RunLine | null;
  readonly #outcome: PairOutcome | Uint8Array;

  /** @param outcome or its JSON, which is parsed when it is asked for: most of a journal's time would go there */
  constructor(head: PairHead, outcome: PairOutcome | Uint8Array, fresh: RunLine | null) {
    this.head = head;
    this.#outcome = outcome;
    this.fresh = fresh;
  }

  /** null where a failing disk has changed it. Parsed whenever it is asked for: those of 100,000 pairs take more memory than
   *  all else. */
  get outcome(): PairOutcome | null {
    if (!ArrayBuffer.isView(this.#outcome)) return this.#outcome;
    try {
      return JSON.parse(decoder.decode(this.#outcome)) as PairOutcome;
    } catch {
      return null;
    }
  }
}

/** Records by event and station: without names made of both, which would take as much memory as the rest. */
class RecordBook {
  readonly #byEvent = new Map<string, Map<string, PairRecord>>();

  get({ event, station }: PairKey): PairRecord | undefined {
    return this.#byEvent.get(event)?.get(station);
  }

  set(record: PairRecord): void {
    const { event, station } = record.head;
    const ofEvent = this.#byEvent.get(event);
    if (ofEvent) ofEvent.set(station, record);
    else this.#byEvent.set(event, new Map([[station, record]]));
  }

  *all(): Iterable<PairRecord> {
    for (const ofEvent of this.#byEvent.values()) yield* ofEvent.values();
  }
}

/** What a journal says, all lines taken together: of each pair the latest, in each evaluation. */
export class JournalState {
  readonly #evaluations = new Map<string, RecordBook>();
  readonly #latest = new RecordBook();
  readonly #uncommitted = new Map<string, PairRecord[]>();
  readonly #runs = new Map<string, RunLine>();
  readonly #freshRuns = new Map<string, RunLine>();
  #tables: TablesLine | null = null;
  readonly hand = new HandBook();

  add(line: ReadLine | JournalLine): void {
    if ('head' in line) this.#addPair(line.head, line.outcome);
    else if (line.kind === 'pair') this.#addPair(line, line.outcome);
    else if (line.kind === 'run') this.#addRun(line);
    else if (line.kind === 'hand') this.hand.add(decisionOf(line));
    else if (line.kind === 'tables') this.#tables = line;
    else if (line.kind === 'commit') this.#addCommit(line);
  }

  /** The head of the last run with a configuration. */
  lastRun(config: string): RunLine | null {
    return this.#runs.get(config) ?? null;
  }

  /** The head of the last run with a configuration that was to do everything again. */
  freshRun(config: string): RunLine | null {
    return this.#freshRuns.get(config) ?? null;
  }

  /** The tables that tell all that is known; null where a pair came after the last ones. */
  get tables(): TablesLine | null {
    return this.#tables;
  }

  /** The latest that is known of a pair in an evaluation. */
  record(evaluation: string, pair: PairKey): PairRecord | undefined {
    return this.#evaluations.get(evaluation)?.get(pair);
  }

  /** The latest that is known of a pair, whatever the evaluation: its files are those outside of the dataset. */
  latest(pair: PairKey): PairRecord | undefined {
    return this.#latest.get(pair);
  }

  /** All that is known, by evaluation and event, and there in the order in which it became known first. */
  *records(): Iterable<PairRecord> {
    for (const book of this.#evaluations.values()) yield* book.all();
  }

  /** Pairs of an event that were finished with a configuration and are not in its dataset. */
  uncommitted(event: string, config: string): PairRecord[] {
    const waiting = this.#uncommitted.get(event) ?? [];
    return waiting.filter(
      (record) => record.head.config === config && this.record(record.head.evaluation, record.head) === record,
    );
  }

  #addRun(line: RunLine): void {
    this.#runs.set(line.config, line);
    if (line.fresh === true) this.#freshRuns.set(line.config, line);
  }

  #addPair(head: PairHead, outcome: PairOutcome | Uint8Array): void {
    const record = new PairRecord(head, outcome, this.freshRun(head.config));
    let book = this.#evaluations.get(head.evaluation);
    if (!book) this.#evaluations.set(head.evaluation, (book = new RecordBook()));
    book.set(record);
    this.#latest.set(record);
    this.#tables = null;
    const waiting = this.#uncommitted.get(head.event);
    if (waiting) waiting.push(record);
    else this.#uncommitted.set(head.event, [record]);
  }

  #addCommit({ event, config }: CommitLine): void {
    const waiting = this.#uncommitted.get(event) ?? [];
    for (const record of waiting) record.committed = record.head.config === config;
    this.#uncommitted.set(
      event,
      waiting.filter(({ committed }) => !committed),
    );
  }

  /** What is known of the pairs whose latest result was made with this configuration. */
  *recordsOf(config: string): Iterable<PairRecord> {
    for (const record of this.records()) if (record.head.config === config) yield record;
  }

  /** The evaluations with a pair whose latest result was made with another configuration, in their order. */
  evaluationsBeside(config: string): string[] {
    const isOther = ({ head }: PairRecord) => head.config !== config;
    return [...this.#evaluations].flatMap(([name, book]) => (some(book.all(), isOther) ? [name] : [])).sort();
  }

  /** The pairs whose latest result was made with this configuration. */
  outcomes(config: string): PairOutcome[] {
    return [...this.recordsOf(config)].flatMap(({ outcome }) => outcome ?? []);
  }
}

function some<T>(all: Iterable<T>, holds: (each: T) => boolean): boolean {
  for (const each of all) if (holds(each)) return true;
  return false;
}

function decisionOf({ kind: _, ...decision }: HandLine): HandDecision {
  return decision;
}

export interface JournalReading {
  state: JournalState;
  /** Bytes up to the end of the last whole line: what comes after was torn by a crash. */
  wholeBytes: number;
  /** Lines in the middle that could not be read. */
  damaged: number;
}

/** Reads a journal; one that is not there is empty. */
export async function readJournal(file: string): Promise<JournalReading> {
  const reading: JournalReading = { state: new JournalState(), wholeBytes: 0, damaged: 0 };
  let number = 0;
  await eachLine(file, (bytes) => {
    number++;
    const line = parseLine(bytes);
    if (line) reading.state.add(line);
    else {
      reading.damaged++;
      const lost = lostDecision(bytes, number);
      if (lost !== null) reading.state.hand.lose(lost);
    }
    reading.wholeBytes += bytes.length + 1;
  });
  return reading;
}

const VERDICT = /"verdict":"/;
const OF_PAIR = /"kind":"pair"|"outcome":/;
const EVENT = /"event":"([^"\\]+)"/;
const STATION = /"station":"([^"\\]+)"/;

/** @param bytes of a line that is damaged
 *  @returns null where it was none of a decision */
function lostDecision(bytes: Buffer, line: number): LostDecision | null {
  const text = bytes.toString();
  if (!text.startsWith(HAND_LINE) && (!VERDICT.test(text) || OF_PAIR.test(text))) return null;
  const [event, station] = [EVENT.exec(text)?.[1], STATION.exec(text)?.[1]];
  return { line, pair: event === undefined || station === undefined ? null : { event, station } };
}

/** The decisions by hand in a journal, and nothing else of it. */
export async function readDecisions(file: string): Promise<HandBook> {
  const hand = new HandBook();
  const start = Buffer.from(HAND_LINE);
  await eachLine(file, (bytes) => {
    if (!bytes.subarray(0, start.length).equals(start)) return;
    const line = parseLine(bytes);
    if (line && !('head' in line) && line.kind === 'hand') hand.add(decisionOf(line));
  });
  return hand;
}

/** Calls back with each whole line of a file, without its end; with none where there is no such file. */
async function eachLine(file: string, take: (line: Buffer) => void): Promise<void> {
  const handle = await open(file, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (handle === null) return;
  try {
    let rest = Buffer.alloc(0);
    const chunk = Buffer.allocUnsafe(CHUNK);
    for (;;) {
      const { bytesRead } = await handle.read(chunk, 0, CHUNK, null);
      if (bytesRead === 0) return;
      const bytes = Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
      let start = 0;
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
        take(bytes.subarray(start, end));
        start = end + 1;
      }
      rest = bytes.subarray(start);
    }
  } finally {
    await handle.close();
  }
}
