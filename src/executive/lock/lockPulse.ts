import { closeSync, fstatSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';

/** How often a lock's holder gives a sign of life, ms. */
export const PULSE_MS = 60_000;

/** Signs of life of a lock's holder: its file is written again, with the same bytes. The time that this leaves is the file
 *  system's own, so that hosts whose clocks differ can compare it. */
export class LockPulse {
  readonly #file: string;
  readonly #content: string;
  readonly #descriptor: number | null;
  readonly #timer: NodeJS.Timeout;

  /** @param content of the file, which the caller has made */
  constructor(file: string, content: string, everyMs = PULSE_MS) {
    this.#file = file;
    this.#content = content;
    this.#descriptor = openOwn(file, content);
    this.#timer = setInterval(() => this.#beat(), everyMs).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    if (this.#descriptor !== null) closeSync(this.#descriptor);
  }

  /** Not into a file that somebody else has put there meanwhile: an open file stays what it was. */
  #beat(): void {
    if (this.#descriptor === null) return;
    try {
      if (statSync(this.#file).ino === fstatSync(this.#descriptor).ino) writeSync(this.#descriptor, this.#content, 0);
    } catch {
      // A lock is as good without it.
    }
  }
}

function openOwn(file: string, content: string): number | null {
  try {
    const descriptor = openSync(file, 'r+');
    if (readFileSync(descriptor, 'utf8') === content) return descriptor;
    closeSync(descriptor);
  } catch {
    // It cannot be opened: there will be no signs of life.
  }
  return null;
}

/** How long ago a file was written by the clock of its file system, ms; null where that cannot be told.
 *  @param probe name of a file beside it that may be made and removed */
export function silenceMs(file: string, probe: string): number | null {
  try {
    closeSync(openSync(probe, 'wx'));
    return statSync(probe).mtimeMs - statSync(file).mtimeMs;
  } catch {
    return null;
  } finally {
    rmSync(probe, { force: true });
  }
}
