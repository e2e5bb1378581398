/** As many as anybody reads. */
const SHOWN = 20;

/** What the user is to know of an export, one sentence each: all are counted, the first ones kept. */
export class Findings {
  readonly shown: string[] = [];
  count = 0;

  add(sentence: string): void {
    this.count++;
    if (this.shown.length < SHOWN) this.shown.push(sentence);
  }
}
