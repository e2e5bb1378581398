import { Loader } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { PairDetail } from '@/api';
import { misfit } from '../../common/format';
import { bandName } from '@/core/model';
import { texts } from '../../texts';
import { bandOf } from '../band/bandOf';
import { totalsOf, type PairTotals } from '../totals';
import classes from './HandBar.module.css';
import { draftNow, type Session } from './store';
import { isSame } from './windows';

const t = texts.hand;

/** Of the band that is edited alone. */
function totalsOfBand({ components }: PairDetail): PairTotals {
  return totalsOf({ components });
}

interface FiguresProps {
  session: Session;
  /** Why the windows cannot be saved. */
  problem: string | null;
}

/** What the windows come to now, and what they came to before; or what is wrong with them. */
export function Figures({ session, problem }: FiguresProps) {
  const { detail, measured, error } = session;
  const draft = draftNow(session);
  const wrong = problem ?? (error === null ? null : error instanceof Error ? error.message : String(error));
  const before = totalsOfBand(detail);
  const isBusy = measured === null ? !isSame(draft, session.first.draft, session.axis) : measured.draft !== draft;
  if (wrong !== null) {
    return (
      <span className={classes.wrong} role="status">
        <IconAlertTriangle size={14} stroke={1.8} aria-hidden="true" /> {wrong}
      </span>
    );
  }
  return (
    <span className={classes.figures}>
      {detail.bands.length > 1 && (
        <span className={classes.band} title={t.bandHint}>
          {t.inBand(bandName(bandOf(detail)))}
        </span>
      )}
      <b>{t.state(draft.length, misfit(totalsOfBand(measured?.detail ?? detail).misfit))}</b>
      {measured && <span className="dim">{t.was(before.windows, misfit(before.misfit))}</span>}
      {isBusy && <Loader size={12} aria-label={t.measuring} />}
    </span>
  );
}
