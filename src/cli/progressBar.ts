import { Presets, SingleBar } from 'cli-progress';
import type { RunState } from '@/executive';

/** A progress bar on the terminal's standard error; silent where that is no terminal. */
export class ProgressBar {
  readonly #bar = new SingleBar(
    {
      format: '{bar} {percentage}% | {value}/{total} pairs | {rate} pairs/s | {left} left | {failed} failed',
      stream: process.stderr,
      noTTYOutput: false,
      hideCursor: true,
      etaBuffer: 200,
      fps: 10,
    },
    Presets.shades_classic,
  );
  readonly #startedAt = performance.now();

  start(total: number): void {
    this.#bar.start(total, 0, { rate: '–', left: '–', failed: 0 });
  }

  update({ done, skipped, failed, total }: RunState): void {
    const seconds = (performance.now() - this.#startedAt) / 1000;
    const rate = (done - skipped) / seconds;
    const left = rate > 0 ? duration((total - done) / rate) : '–';
    this.#bar.update(done, { rate: rate.toFixed(1), left, failed });
  }

  stop(): void {
    this.#bar.stop();
  }
}

/** s as a short text, such as 1 h 05 min. */
export function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}
