import type { LogLevel, PairLog } from './types';

/** Something that was told: a warning, or a line of the log. */
export interface Told {
  level: LogLevel;
  message: string;
}

/** Collects the warnings of a pair and passes the log on. Numbers in log lines are for people: four digits. */
export class Notes {
  readonly warnings: string[] = [];
  readonly #log: PairLog;
  #tape: Told[] | null = null;

  constructor(log: PairLog) {
    this.#log = log;
  }

  /** Warnings are logged where the pair is concluded. */
  warn(message: string): void {
    this.#tape?.push({ level: 'WARNING', message });
    if (!this.warnings.includes(message)) this.warnings.push(message);
  }

  info(message: string): void {
    this.#tell({ level: 'INFO', message });
  }

  debug(message: string): void {
    this.#tell({ level: 'DEBUG', message });
  }

  /** Does work and keeps what it tells. */
  taped<T>(work: () => T): { value: T; told: Told[] } {
    const told: Told[] = [];
    this.#tape = told;
    try {
      return { value: work(), told };
    } finally {
      this.#tape = null;
    }
  }

  /** Tells again what was told once. */
  repeat(told: readonly Told[]): void {
    for (const each of told) {
      if (each.level === 'WARNING') this.warn(each.message);
      else this.#tell(each);
    }
  }

  #tell(told: Told): void {
    this.#tape?.push(told);
    this.#log(told.level, told.message);
  }
}

/** A number for a sentence. */
export function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** Units of spans, the largest first, each with its length in s; a Julian year. */
const UNITS = [
  ['years', 31_557_600],
  ['days', 86_400],
  ['hours', 3600],
  ['minutes', 60],
] as const;

/** A span of time for a sentence, in the largest unit of which it has two or more, to four digits: 12.5 s, 23.67 hours.
 *  @param seconds not negative */
export function spanText(seconds: number): string {
  const unit = UNITS.find(([, length]) => seconds >= 2 * length);
  return unit ? `${short(seconds / unit[1])} ${unit[0]}` : `${short(seconds)} s`;
}
