/** Pairs per second over the last seconds, and the time left at that rate. */
export class Rate {
  /** Times in ms and counts, oldest first. */
  readonly #marks: { at: number; done: number }[] = [];
  readonly #span: number;

  /** @param span s over which the rate is taken */
  constructor(span = 10) {
    this.#span = span * 1000;
  }

  mark(at: number, done: number): void {
    const last = this.#marks.at(-1);
    // A mark every tenth of a second is enough; the newest one always counts.
    if (last && this.#marks.length > 1 && at - this.#marks.at(-2)!.at < 100) this.#marks.pop();
    this.#marks.push({ at, done });
    while (this.#marks.length > 2 && this.#marks[1]!.at < at - this.#span) this.#marks.shift();
  }

  /** null until two moments are known. */
  get perSecond(): number | null {
    const first = this.#marks[0];
    const last = this.#marks.at(-1);
    if (!first || !last || last.at <= first.at || last.done === first.done) return null;
    return ((last.done - first.done) / (last.at - first.at)) * 1000;
  }

  secondsLeft(remaining: number): number | null {
    const { perSecond } = this;
    return perSecond === null ? null : remaining / perSecond;
  }
}
