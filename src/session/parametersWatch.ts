import { unwatchFile, watchFile, type StatsListener } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** Looks after a file by its time and size, which works on network file systems, too. */
const EVERY_MS = 2000;

/** Tells when another program changes the open project's file of parameters. */
export class ParametersWatch {
  readonly #changed: () => void;
  #stop: () => void = () => undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Looks after a file from now on, and after no other.
   *  @param text what is known of it; empty where there is no such file */
  begin(file: string, text: string): void {
    this.#stop();
    let known = text;
    const look: StatsListener = () => {
      void readFile(file, 'utf8')
        .catch(() => '')
        .then((now) => {
          // What was written again as it was is no change.
          if (now === known) return;
          known = now;
          this.#changed();
        });
    };
    watchFile(file, { interval: EVERY_MS, persistent: false }, look);
    this.#stop = () => unwatchFile(file, look);
  }

  end(): void {
    this.#stop();
    this.#stop = () => undefined;
  }
}
