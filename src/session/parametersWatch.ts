import { existsSync, unwatchFile, watchFile, type StatsListener } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Looks after a file by its time and size, which works on network file systems, too. */
const EVERY_MS = 2000;

/** Tells when another program changes the open project's file of parameters. */
export class ParametersWatch {
  readonly #changed: () => void;
  #stop: () => void = () => undefined;
  /** What this program is about to write. */
  #own: string | null = null;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Looks after a file from now on, and after no other.
   *  @param text what is known of it; empty where there is no such file */
  begin(file: string, text: string): void {
    this.#stop();
    this.#own = null;
    let known = text;
    const look: StatsListener = () => {
      void readFile(file, 'utf8')
        .catch(() => '')
        .then((now) => {
          // What was written again as it was is no change. Where the whole folder is gone, nobody has changed the file.
          if (now === known || (now === '' && !existsSync(dirname(file)))) return;
          known = now;
          if (now !== this.#own) this.#changed();
        });
    };
    watchFile(file, { interval: EVERY_MS, persistent: false }, look);
    this.#stop = () => unwatchFile(file, look);
  }

  /** To be called before this program writes the file itself: it may be looked at before `begin` is told of the text. */
  expect(text: string): void {
    this.#own = text;
  }

  end(): void {
    this.#stop();
    this.#stop = () => undefined;
  }
}
