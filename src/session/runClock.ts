/** Time of a run in ms, which stands still while the run is paused. */
export class RunClock {
  readonly #now: () => number;
  readonly #startedAt: number;
  #pausedMs = 0;
  #stoppedAt: number | null = null;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#startedAt = now();
  }

  get ms(): number {
    return (this.#stoppedAt ?? this.#now()) - this.#startedAt - this.#pausedMs;
  }

  get isStopped(): boolean {
    return this.#stoppedAt !== null;
  }

  stop(): void {
    this.#stoppedAt ??= this.#now();
  }

  goOn(): void {
    if (this.#stoppedAt === null) return;
    this.#pausedMs += this.#now() - this.#stoppedAt;
    this.#stoppedAt = null;
  }
}
