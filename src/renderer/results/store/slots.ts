/** Runs of rows that were given back, by their length: a pair that is processed again with more windows leaves its rows to
 *  another, so that nothing is ever moved. */
export class Slots {
  private readonly free = new Map<number, number[]>();

  give(first: number, length: number): void {
    const list = this.free.get(length);
    if (list) list.push(first);
    else this.free.set(length, [first]);
  }

  /** @returns the first row of a run of just this length; null where there is none */
  take(length: number): number | null {
    return this.free.get(length)?.pop() ?? null;
  }

  clear(): void {
    this.free.clear();
  }
}
