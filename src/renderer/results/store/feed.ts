import type { PairOutcome } from '@/core/model';
import type { PairRows } from '../../pairs/rows';
import type { ResultColumns } from './columns';

/** Outcomes that are looked at between two looks at the clock. */
const STEP = 256;
const BUDGET_MILLISECONDS = 6;

interface Batch {
  places: readonly number[];
  outcomes: readonly PairOutcome[];
  /** How many of them are in the columns. */
  taken: number;
}

interface FeedOptions {
  /** Does something in a task of its own. */
  inTurn: (action: () => void) => void;
  now: () => number;
  /** Told after each slice, and when all is cleared. */
  changed: () => void;
}

/** Brings the outcomes of the table of pairs into the columns, some milliseconds of work a task. */
export class ResultFeed {
  private readonly batches: Batch[] = [];
  private asked = false;

  constructor(
    rows: PairRows,
    private readonly columns: ResultColumns,
    private readonly options: FeedOptions,
  ) {
    rows.listen((change) => {
      if (change.kind === 'cleared') {
        this.batches.length = 0;
        this.columns.clear();
        this.options.changed();
      } else {
        this.batches.push({ places: change.places, outcomes: change.outcomes, taken: 0 });
        this.ask();
      }
    });
  }

  private ask(): void {
    if (this.asked) return;
    this.asked = true;
    this.options.inTurn(() => {
      this.asked = false;
      this.step();
    });
  }

  private step(): void {
    const { now } = this.options;
    const until = now() + BUDGET_MILLISECONDS;
    while (this.batches.length > 0 && now() < until) {
      const batch = this.batches[0];
      const end = Math.min(batch.outcomes.length, batch.taken + STEP);
      for (let i = batch.taken; i < end; i++) this.columns.put(batch.places[i], batch.outcomes[i]);
      batch.taken = end;
      if (end === batch.outcomes.length) this.batches.shift();
    }
    this.options.changed();
    if (this.batches.length > 0) this.ask();
  }
}
