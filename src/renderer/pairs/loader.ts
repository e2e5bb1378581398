import type { OutcomePage } from '@/api';
import { pairId, type PairKey } from '@/core/model';
import type { PairRows } from './rows';

interface LoaderOptions {
  /** Between two pages: lets the page draw, and what follows the table keep up. */
  pause: () => Promise<void>;
  fetch: (place: { edition: string | null; from: number }) => Promise<OutcomePage>;
  /** Told of how far it is after each page, and of the end. */
  told: (progress: { done: number; end: number } | null) => void;
}

/** Fetches the outcomes that the engine knows into the table, page by page, so that neither side is held up. What the
 *  engine tells of meanwhile is newer than any page. */
export class OutcomeLoader {
  /** What is loaded of which project; null for nothing. */
  private place: { path: string; edition: string | null; next: number } | null = null;
  /** Grows with every beginning: whoever sees another number has been overtaken. */
  private turn = 0;
  private isLoading = false;
  /** Pairs that were told of while pages come. */
  private readonly heard = new Set<string>();

  constructor(
    private readonly rows: PairRows,
    private readonly options: LoaderOptions,
  ) {}

  /** Fetches all of a project's outcomes. Resolves when the last is there, or another beginning has overtaken it.
   *  @throws what `fetch` throws; `resume` goes on from there */
  load(path: string): Promise<void> {
    this.place = { path, edition: null, next: 0 };
    return this.resume();
  }

  /** Fetches what is not there yet: after a connection was lost, what was told of meanwhile. */
  async resume(): Promise<void> {
    if (this.place === null) return;
    const turn = ++this.turn;
    if (!this.isLoading) this.heard.clear();
    this.isLoading = true;
    try {
      await this.fetchAll(turn);
    } finally {
      if (turn === this.turn) this.end();
    }
  }

  /** Takes no more pages. */
  stop(): void {
    this.place = null;
    this.turn++;
    this.end();
  }

  /** Takes note of pairs that have come otherwise. */
  hear(pairs: readonly PairKey[]): void {
    if (this.isLoading) for (const pair of pairs) this.heard.add(pairId(pair));
  }

  private async fetchAll(turn: number): Promise<void> {
    let coming = this.ask();
    for (;;) {
      const page = await coming;
      const { place } = this;
      if (turn !== this.turn || place === null) return;
      // Another page of the browser has opened another project.
      if (page.path !== place.path) return;
      [place.edition, place.next] = [page.edition, page.next];
      const isLast = page.next >= page.end;
      if (!isLast) coming = this.ask();
      this.rows.upsert(page.outcomes.filter((outcome) => !this.heard.has(pairId(outcome))));
      if (isLast) return;
      this.options.told({ done: page.next, end: page.end });
      await this.options.pause();
    }
  }

  private ask(): Promise<OutcomePage> {
    const { edition, next } = this.place!;
    const page = this.options.fetch({ edition, from: next });
    // Nobody waits for it any more where the loading was overtaken.
    page.catch(() => undefined);
    return page;
  }

  private end(): void {
    this.isLoading = false;
    this.heard.clear();
    this.options.told(null);
  }
}
