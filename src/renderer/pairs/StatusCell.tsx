import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import { texts } from '../texts';
import classes from './PairTable.module.css';
import type { RowStatus } from './rows';

const LOOKS = {
  done: { Icon: IconCircleCheck, colour: 'var(--ok)' },
  empty: { Icon: IconCircleDashed, colour: 'var(--warn)' },
  failed: { Icon: IconCircleX, colour: 'var(--bad)' },
} as const;

/** Status by icon and word; the colour only helps. */
export function StatusCell({ status }: { status: RowStatus }) {
  const { Icon, colour } = LOOKS[status];
  return (
    <span className={classes.status} style={{ color: colour }}>
      <Icon size={14} aria-hidden="true" /> {texts.pairs.status[status]}
    </span>
  );
}
