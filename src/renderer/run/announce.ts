import type { RunProgress } from '@/api';
import { texts } from '../texts';

const t = texts.run;
const EVERY_SECONDS = 15;

/** Decides what a screen reader is told of a run: its end at once, its progress four times a minute. */
export class RunAnnouncements {
  private spokenAt = 0;
  private ended = true;

  /** @param now in ms
   *  @returns the sentence to say, or null */
  next(progress: RunProgress, now: number): string | null {
    const { state, done, total, failed, windows } = progress;
    if (state === 'done' || state === 'cancelled' || state === 'failed') {
      if (this.ended) return null;
      this.ended = true;
      return t.ended(t.states[state].toLowerCase(), done, failed, windows);
    }
    if (!this.ended && now - this.spokenAt < EVERY_SECONDS * 1000) return null;
    this.ended = false;
    this.spokenAt = now;
    return t.announce(done, total, failed);
  }
}
