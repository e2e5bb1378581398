/** Names that columns refer to by number, in order of appearance. */
export class Names {
  readonly list: string[] = [];
  private readonly numbers = new Map<string, number>();

  /** The number of a name; a new one for a new name. */
  number(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.list.length);
    return this.list.push(name) - 1;
  }

  /** The number of a name; -1 where it is not known. */
  find(name: string): number {
    return this.numbers.get(name) ?? -1;
  }

  clear(): void {
    this.list.length = 0;
    this.numbers.clear();
  }

  /** Place of each name in alphabetical order. */
  ranks(): Int32Array {
    const order = this.list.map((_, i) => i).sort((a, b) => (this.list[a] < this.list[b] ? -1 : 1));
    const ranks = new Int32Array(order.length);
    order.forEach((number, rank) => (ranks[number] = rank));
    return ranks;
  }
}
