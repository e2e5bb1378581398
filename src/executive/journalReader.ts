import { open } from 'node:fs/promises';
import { pairId, type HandDecision, type PairKey, type PairOutcome } from '@/core/model';
import { HandBook } from './handBook';
import {
  HAND_LINE,
  parseLine,
  type HandLine,
  type JournalLine,
  type PairHead,
  type ReadLine,
  type RunLine,
} from './journalLines';

const CHUNK = 4 * 2 ** 20;
const NEWLINE = 10;

/** The latest that is known of a pair. */
export class PairRecord {
  readonly head: PairHead;
  /** Its dataset has it. */
  committed = false;
  #outcome: PairOutcome | string | null;

  /** @param outcome or its JSON, which is parsed when it is asked for: most of a journal's time would go there */
  constructor(head: PairHead, outcome: PairOutcome | string) {
    this.head = head;
    this.#outcome = outcome;
  }

  /** null where a failing disk has changed it. */
  get outcome(): PairOutcome | null {
    if (typeof this.#outcome === 'string') {
      try {
        this.#outcome = JSON.parse(this.#outcome) as PairOutcome;
      } catch {
        this.#outcome = null;
      }
    }
    return this.#outcome;
  }
}

/** What a journal says, all lines taken together: of each pair the latest, in each evaluation. */
export class JournalState {
  readonly #records = new Map<string, PairRecord>();
  readonly #latest = new Map<string, PairRecord>();
  readonly #uncommitted = new Map<string, PairRecord[]>();
  readonly hand = new HandBook();

  readonly #runs = new Map<string, RunLine>();

  add(line: ReadLine | JournalLine): void {
    if ('head' in line) this.#addPair(line.head, line.outcome);
    else if (line.kind === 'pair') this.#addPair(line, line.outcome);
    else if (line.kind === 'run') this.#runs.set(line.config, line);
    else if (line.kind === 'hand') this.hand.add(decisionOf(line));
    else if (line.kind === 'commit') {
      const waiting = this.#uncommitted.get(line.event) ?? [];
      for (const record of waiting) record.committed = record.head.config === line.config;
      this.#uncommitted.set(
        line.event,
        waiting.filter(({ committed }) => !committed),
      );
    }
  }

  /** The head of the last run with a configuration. */
  lastRun(config: string): RunLine | null {
    return this.#runs.get(config) ?? null;
  }

  /** The latest that is known of a pair in an evaluation. */
  record(evaluation: string, pair: PairKey): PairRecord | undefined {
    return this.#records.get(recordId(evaluation, pair));
  }

  /** The latest that is known of a pair, whatever the evaluation: its files are those outside of the dataset. */
  latest(pair: PairKey): PairRecord | undefined {
    return this.#latest.get(pairId(pair));
  }

  /** All that is known, in the order in which it became known first. */
  records(): Iterable<PairRecord> {
    return this.#records.values();
  }

  /** Pairs of an event that were finished with a configuration and are not in its dataset. */
  uncommitted(event: string, config: string): PairRecord[] {
    const waiting = this.#uncommitted.get(event) ?? [];
    return waiting.filter(
      (record) => record.head.config === config && this.record(record.head.evaluation, record.head) === record,
    );
  }

  #addPair(head: PairHead, outcome: PairOutcome | string): void {
    const record = new PairRecord(head, outcome);
    this.#records.set(recordId(head.evaluation, head), record);
    this.#latest.set(pairId(head), record);
    const waiting = this.#uncommitted.get(head.event);
    if (waiting) waiting.push(record);
    else this.#uncommitted.set(head.event, [record]);
  }

  /** What is known of the pairs whose latest result was made with this configuration. */
  *recordsOf(config: string): Iterable<PairRecord> {
    for (const record of this.#records.values()) if (record.head.config === config) yield record;
  }

  /** The pairs whose latest result was made with this configuration. */
  outcomes(config: string): PairOutcome[] {
    return [...this.recordsOf(config)].flatMap(({ outcome }) => outcome ?? []);
  }
}

function decisionOf({ kind: _, ...decision }: HandLine): HandDecision {
  return decision;
}

function recordId(evaluation: string, pair: PairKey): string {
  return `${evaluation} ${pairId(pair)}`;
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
  await eachLine(file, (bytes) => {
    const line = parseLine(bytes.toString('utf8'));
    if (line) reading.state.add(line);
    else reading.damaged++;
    reading.wholeBytes += bytes.length + 1;
  });
  return reading;
}

/** The decisions by hand in a journal, and nothing else of it. */
export async function readDecisions(file: string): Promise<HandBook> {
  const hand = new HandBook();
  const start = Buffer.from(HAND_LINE);
  await eachLine(file, (bytes) => {
    if (!bytes.subarray(0, start.length).equals(start)) return;
    const line = parseLine(bytes.toString('utf8'));
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
