import type { HandDecision } from '@/core/model';
import { writeFailure } from './disk/disk';
import { RunError } from './processes/failures';
import type { Journal } from './journal/journal';
import { handLine } from './journal/journalLines';
import type { JournalState } from './journal/journalReader';

interface OpenJournal {
  journal: Journal;
  state: JournalState;
}

/** Where decisions by hand that are made during a run get into its journal. */
export class DecisionInlet {
  readonly #opened: Promise<OpenJournal | null>;
  #settle: (opened: OpenJournal | null) => void = () => undefined;
  #isClosed = false;

  constructor() {
    this.#opened = new Promise((resolve) => (this.#settle = resolve));
  }

  open(journal: Journal, state: JournalState): void {
    this.#settle({ journal, state });
  }

  /** To be called before the journal is closed, and where it was never opened. */
  close(): void {
    this.#isClosed = true;
    this.#settle(null);
  }

  /** Waits for the journal to be open, and for the decision to be on the disk.
   *  @returns false where the run is over, or came to nothing
   *  @throws RunError where the line cannot be written */
  async put(decision: HandDecision): Promise<boolean> {
    const opened = await this.#opened;
    if (opened === null || this.#isClosed) return false;
    try {
      await record(opened, [decision]);
    } catch (error) {
      throw new RunError(writeFailure(error, 'journal'));
    }
    return true;
  }
}

/** Puts decisions into a journal; they are on the disk when this resolves. */
export async function record({ journal, state }: OpenJournal, decisions: HandDecision[]): Promise<void> {
  const lines = decisions.map(handLine);
  await Promise.all(lines.map((line) => journal.append(line)));
  for (const line of lines) state.add(line);
}

/** Takes over what was decided elsewhere since a journal last knew of it: a run whose outputs go elsewhere is to give
 *  what a run in the project would, and one that is done again what it gave then. What was decided here later stays. */
export async function takeOver(opened: OpenJournal, decisions: Iterable<HandDecision>): Promise<void> {
  const { hand } = opened.state;
  const news = [...decisions].filter((decision) => {
    const known = hand.madeIn(decision.evaluation, decision);
    return known === null || known.at < decision.at;
  });
  await record(opened, news);
}
