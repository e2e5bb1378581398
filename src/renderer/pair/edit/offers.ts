import type { PairDetail } from '@/api';
import type { Stage } from '@/core/model';
import { texts } from '../../texts';

const t = texts.hand.refusals;

/** What can be done with a pair by hand. */
export type HandAct = 'edit' | 'accept' | 'reject' | 'withdraw';

/** Stages without which there is nothing that windows could be measured on. */
const BEFORE_WINDOWS: readonly Stage[] = ['gather', 'standardize', 'preprocess'];

/** Why something cannot be done with a pair by hand; null where it can. */
export function refusalOf({ components, error, hand, stored }: PairDetail, act: HandAct): string | null {
  if (act === 'withdraw') return hand ? null : t.isUndecided;
  if (error !== null && BEFORE_WINDOWS.includes(error.stage)) {
    return act === 'reject' ? t.isOut(error.stage) : t.failedBefore(error.stage);
  }
  if (components.length === 0) return t.noWaveforms;
  if (act === 'edit' && stored) return t.stored;
  if (act === 'accept' && error !== null) return t.failed;
  if (act === 'accept' && hand?.verdict === 'accepted') return t.isAccepted;
  if (act === 'reject' && hand?.verdict === 'rejected') return t.isRejected;
  return null;
}

export function isOffered(detail: PairDetail, act: HandAct): boolean {
  return refusalOf(detail, act) === null;
}
