import { availableParallelism } from 'node:os';

/** Where host, writer and workers share the cores, one more worker takes some 0.4 s of processor time to start and warm up,
 *  which the others then lack. Of what is left to do it saves less than half, and the first times tell of pairs that were
 *  slower than the later ones will be. s of work for each worker there is (docs/architecture.md). */
const PAYS_FROM_SECONDS = 1.6;
/** Jobs whose times tell something. The first job of a worker is left out: most of it is warming up. */
const TOLD = 3;
/** Jobs that take so long pay for a worker before their times are known, ms. */
const PATIENCE_MS = 600;

/** Number of workers that are started as soon as there is work: one core is the host's and the writer's. */
export function workersAtOnce(size: number, cores = availableParallelism()): number {
  return Math.max(1, Math.min(size, cores - 1));
}

/** Says when more workers than `workersAtOnce` pay. */
export class Growth {
  readonly #atOnce: number;
  readonly #remaining: () => number;
  /** Of the last jobs, ms. */
  readonly #times: number[] = [];
  #beganAt: number | null = null;
  #wanted: number;

  /** @param remaining number of jobs that are not done, as far as is known */
  constructor(atOnce: number, remaining: () => number) {
    this.#atOnce = this.#wanted = atOnce;
    this.#remaining = remaining;
  }

  /** A worker has taken a job. */
  began(now = performance.now()): void {
    this.#beganAt ??= now;
  }

  /** A worker has done a job. */
  took(ms: number): void {
    this.#times.push(ms);
    if (this.#times.length > TOLD + this.#atOnce) this.#times.shift();
  }

  /** Number of workers there should be; it never falls.
   *  @param there number of workers there are */
  wanted(there: number, now = performance.now()): number {
    if (there >= this.#wanted && this.#pays(there, now)) this.#wanted = there + 1;
    return this.#wanted;
  }

  #pays(there: number, now: number): boolean {
    if (this.#beganAt === null) return false;
    const told = this.#times.slice(this.#atOnce);
    if (told.length < TOLD) return now - this.#beganAt > PATIENCE_MS;
    return (this.#remaining() * Math.min(...told)) / 1000 > PAYS_FROM_SECONDS * there;
  }
}
