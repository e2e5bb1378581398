/** Something to compute. Two questions of one key have one answer. */
export interface Question {
  key: string;
}

export interface QueueOptions<Q extends Question, A> {
  /** What is wanted now and not known yet, the most urgent first. Asked anew whenever there is time for one. */
  wanted: () => Q | null;
  ask: (question: Q) => Promise<A>;
  /** Told of answers in turn, also of refusals; whether they are still wanted is for `wanted` to know. */
  answered: (question: Q, answer: { value: A } | { error: unknown }, milliseconds: number) => void;
  /** Calls back after some time without further news. */
  delay: (action: () => void) => void;
  now: () => number;
}

/** Asks one question at a time, always the one that is most urgent by then: what was wanted a moment ago and is not any
 *  more is never asked. */
export class LatestQueue<Q extends Question, A> {
  readonly #options: QueueOptions<Q, A>;
  #busy = false;
  #news = 0;

  constructor(options: QueueOptions<Q, A>) {
    this.#options = options;
  }

  /** Something has changed. */
  wake(): void {
    const news = ++this.#news;
    this.#options.delay(() => {
      if (news === this.#news) void this.#work();
    });
  }

  async #work(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    const { wanted, ask, answered, now } = this.#options;
    for (let question = wanted(); question !== null; question = wanted()) {
      const began = now();
      const answer = await ask(question).then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      );
      answered(question, answer, now() - began);
    }
    this.#busy = false;
  }
}
