import type { PairLog } from './types';

/** Collects the warnings of a pair and passes the log on. Numbers in log lines are for people: four digits. */
export class Notes {
  readonly warnings: string[] = [];
  readonly #log: PairLog;

  constructor(log: PairLog) {
    this.#log = log;
  }

  /** Warnings are logged where the pair is concluded. */
  warn(message: string): void {
    if (!this.warnings.includes(message)) this.warnings.push(message);
  }

  info(message: string): void {
    this.#log('INFO', message);
  }

  debug(message: string): void {
    this.#log('DEBUG', message);
  }
}

/** A number for a sentence. */
export function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}
