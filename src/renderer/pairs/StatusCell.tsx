import { IconCheck, IconPencil, IconX } from '@tabler/icons-react';
import type { Verdict } from '@/core/model';
import { texts } from '../texts';
import classes from './PairTable.module.css';
import type { RowStatus } from './rows';

/** Status by icon and word; the colour only helps. */
export function StatusCell({ status }: { status: RowStatus }) {
  return (
    <span className={classes.status} data-status={status}>
      {texts.pairs.status[status]}
    </span>
  );
}

const HAND = { edited: IconPencil, accepted: IconCheck, rejected: IconX } as const;

/** A sign for what was decided by hand. */
export function HandSign({ verdict }: { verdict: Verdict | null }) {
  if (verdict === null || verdict === 'withdrawn') return null;
  const Icon = HAND[verdict];
  const text = texts.hand.verdicts[verdict];
  return (
    <span className={classes.hand} role="img" aria-label={text} title={text}>
      <Icon size={11} stroke={2.4} aria-hidden="true" />
    </span>
  );
}
