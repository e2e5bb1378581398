import type { RunProgress } from '@/api';
import type { SessionHost } from './host';

/** The taskbar is told of steps of this size, not of every pair. */
const STEP = 0.005;
const ENDED: RunProgress['state'][] = ['done', 'cancelled', 'failed'];

/** Shows outside of the page how a run goes: on the taskbar, and by a message of the system at its end. */
export class RunSigns {
  readonly #host: Pick<SessionHost, 'progress' | 'notify'>;
  /** What the taskbar was told last; null where it shows nothing. */
  #told: { fraction: number; mode: string } | null = null;
  #going = false;

  constructor(host: Pick<SessionHost, 'progress' | 'notify'>) {
    this.#host = host;
  }

  take(progress: RunProgress, project: string): void {
    const { state, done, total } = progress;
    if (!ENDED.includes(state)) {
      this.#going = true;
      const mode = state === 'paused' ? 'paused' : progress.error === null ? 'normal' : 'error';
      return this.#tell({ fraction: total === 0 ? 0 : done / total, mode });
    }
    if (!this.#going) return;
    this.#going = false;
    this.#tell(state === 'failed' ? { fraction: 1, mode: 'error' } : null);
    if (state !== 'cancelled') this.#host.notify?.(project, sentence(progress));
  }

  #tell(sign: { fraction: number; mode: 'normal' | 'paused' | 'error' } | null): void {
    const told = this.#told;
    if (sign && told?.mode === sign.mode && Math.abs(sign.fraction - told.fraction) < STEP) return;
    this.#told = sign;
    this.#host.progress?.(sign);
  }
}

function sentence({ state, done, failed, windows, error }: RunProgress): string {
  const counts = `${done} ${done === 1 ? 'pair' : 'pairs'} done, ${failed} failed, ${windows} windows`;
  if (state === 'done') return `The run is done: ${counts}.`;
  return `The run has stopped: ${error?.message ?? counts}.`;
}
