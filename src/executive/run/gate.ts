/** Something that others wait at while it is closed. */
export class Gate {
  #passable = Promise.resolve();
  #open: (() => void) | null = null;

  /** Settled while the gate is open; else when it is opened next. */
  get passable(): Promise<void> {
    return this.#passable;
  }

  close(): void {
    if (this.#open === null) this.#passable = new Promise((open) => (this.#open = open));
  }

  open(): void {
    this.#open?.();
    this.#open = null;
  }
}
