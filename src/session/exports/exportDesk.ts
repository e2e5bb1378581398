import type { ApiFailure, ExportProgress, ExportReport } from '@/api';
import { SessionError, toApiFailure } from '../error';

/** News of an export go to the faces at most this often. */
const FRAME_MS = 50;

/** What does the work of an export. */
export interface ExportJob {
  what: ExportProgress['what'];
  total: number;
  /** @param advance told how many are done; returns whether to go on */
  work(advance: (done: number, total?: number) => boolean): Promise<ExportReport | null>;
  /** Told when the user cancels. */
  cancel?(): void;
}

/** The export that takes its time: one at a time, told as it goes, and cancelled on request. */
export class ExportDesk {
  readonly #send: (progress: ExportProgress) => void;
  readonly #failed: (failure: ApiFailure, error: unknown) => void;
  #progress: ExportProgress | null = null;
  #job: ExportJob | null = null;
  #isCancelled = false;
  #sentAt = 0;
  #running: Promise<void> | null = null;

  constructor(send: (progress: ExportProgress) => void, failed: (failure: ApiFailure, error: unknown) => void) {
    this.#send = send;
    this.#failed = failed;
  }

  get progress(): ExportProgress | null {
    return this.#progress;
  }

  get isBusy(): boolean {
    return this.#running !== null;
  }

  /** @throws SessionError while another one goes */
  refuseWhileGoing(): void {
    if (!this.isBusy) return;
    throw new SessionError('export-in-progress', 'An export is in progress.', 'Cancel it, or wait until it is done.');
  }

  /** @throws SessionError while another one goes */
  start(job: ExportJob): { started: true } {
    this.refuseWhileGoing();
    this.#job = job;
    this.#isCancelled = false;
    this.#tell({ what: job.what, state: 'going', done: 0, total: job.total, report: null });
    this.#running = this.#carryOut(job).finally(() => (this.#running = null));
    return { started: true };
  }

  cancel(): void {
    if (this.#running === null) return;
    this.#isCancelled = true;
    this.#job?.cancel?.();
  }

  async close(): Promise<void> {
    this.cancel();
    await this.#running;
  }

  async #carryOut(job: ExportJob): Promise<void> {
    const advance = (done: number, total = job.total) => {
      this.#progress = { ...this.#progress!, done, total };
      if (performance.now() - this.#sentAt >= FRAME_MS) this.#tell(this.#progress);
      return !this.#isCancelled;
    };
    try {
      const report = await job.work(advance);
      const state = this.#isCancelled ? 'cancelled' : 'done';
      this.#tell({ ...this.#progress!, state, report });
    } catch (error) {
      const failure = toApiFailure(error);
      if (failure.code === 'unexpected') this.#failed(failure, error);
      if (failure.code === 'cancelled') return this.#tell({ ...this.#progress!, state: 'cancelled' });
      const problems = [failure.message, ...(failure.advice === null ? [] : [failure.advice])];
      const report = { path: null, files: 0, problems, problemCount: 1, download: null };
      this.#tell({ ...this.#progress!, state: 'failed', report });
    }
  }

  #tell(progress: ExportProgress): void {
    this.#progress = progress;
    this.#sentAt = performance.now();
    this.#send(progress);
  }
}
