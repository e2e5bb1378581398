import type { PairKey } from '@/core/model';
import type { LogLevel, PairLog, PairResult } from '@/core/pair';

const RANK: Record<LogLevel, number> = { DEBUG: 0, INFO: 1, WARNING: 2, CRITICAL: 3 };

/** The log of one pair, kept in memory until the pair is done: it is written in one piece. No line tells the time, so
 *  that a pair that is processed again has the same log; durations are told at DEBUG. */
export class LogBook {
  readonly #lines: string[];
  readonly #threshold: number;

  constructor({ event, station }: PairKey, level: LogLevel) {
    this.#threshold = RANK[level];
    this.#lines = [`${event} ${station}`];
  }

  readonly write: PairLog = (level, message) => {
    if (RANK[level] < this.#threshold) return;
    const [first = '', ...rest] = message.split('\n');
    this.#lines.push(`${level.padEnd(8)} | ${first}`, ...rest.map((line) => `${' '.repeat(8)} | ${line}`));
  };

  /** The last lines: how it ended. */
  conclude({ components, misfit, warnings, timings, error }: PairResult): void {
    for (const warning of warnings) this.write('WARNING', warning);
    for (const [step, seconds] of Object.entries(timings)) this.write('DEBUG', `${step} took ${seconds.toFixed(4)} s`);
    if (error === null) {
      const windows = components.reduce((sum, each) => sum + each.windows.length, 0);
      return this.write('INFO', `done: misfit ${misfit ?? 'none'}, windows ${windows}`);
    }
    const { stage, code, message, advice, cause } = error;
    this.write('CRITICAL', [`failed in ${stage} (${code}): ${message}`, ...(advice ? [advice] : [])].join('\n'));
    if (cause !== null) this.write('DEBUG', cause);
  }

  get text(): string {
    return `${this.#lines.join('\n')}\n`;
  }
}
