/** Hands out the pairs of events, those of a few events at a time.
 *
 *  No more than `maxEvents` events have pairs waiting. While the last pairs of one are worked on, a worker that comes
 *  free begins the next event: none waits for another. */
export class EventQueue<Task> {
  readonly #events: string[];
  readonly #maxEvents: number;
  readonly #open: (event: string) => Promise<Task[]>;
  readonly #waiting: Task[][] = [];
  #opening: Promise<void> | null = null;
  #turn = 0;

  /** @param open called when an event's turn comes; its tasks, in order */
  constructor(events: string[], maxEvents: number, open: (event: string) => Promise<Task[]>) {
    this.#events = [...events];
    this.#maxEvents = maxEvents;
    this.#open = open;
  }

  /** The next task, from each open event in turn; null when all have been handed out.
   *  @throws what opening an event throws */
  async next(): Promise<Task | null> {
    while (this.#waiting.length < this.#maxEvents && (this.#opening !== null || this.#events.length > 0)) {
      this.#opening ??= this.#openNext().finally(() => (this.#opening = null));
      await this.#opening;
    }
    if (this.#waiting.length === 0) return null;
    const index = this.#turn++ % this.#waiting.length;
    const task = this.#waiting[index]!.pop()!;
    if (this.#waiting[index]!.length === 0) this.#waiting.splice(index, 1);
    return task;
  }

  async #openNext(): Promise<void> {
    const tasks = await this.#open(this.#events.shift()!);
    if (tasks.length > 0) this.#waiting.push(tasks.reverse());
  }
}
