/** The spool files of an event in the order in which they come into its dataset, and which of them may. */
export class SpoolRow {
  readonly #names: string[];
  readonly #done: Set<string>;
  #next = 0;

  /** @param open names of those to come
   *  @param done names of those there are; one that is to come again counts as open */
  constructor(open: string[], done: string[]) {
    const isOpen = new Set(open);
    this.#names = [...new Set([...isOpen, ...done])].sort();
    this.#done = new Set(done.filter((name) => !isOpen.has(name)));
  }

  done(name: string): void {
    this.#done.add(name);
  }

  /** The next ones, `limit` at most: none where the first of them is not done. */
  take(limit: number): string[] {
    const first = this.#next;
    while (this.#next < first + limit && this.#done.has(this.#names[this.#next] ?? '')) this.#next++;
    return this.#names.slice(first, this.#next);
  }
}
