import { Loader } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ComponentDetail } from '@/api';
import { misfit } from '../../common/format';
import { bandName } from '@/core/model';
import { texts } from '../../texts';
import { bandOf } from '../band/notes';
import classes from './HandBar.module.css';
import { draftNow, type Session } from './store';
import { isSame } from './windows';

const t = texts.hand;

function misfitOf(components: ComponentDetail[]): string {
  const known = components.flatMap((each) => (each.misfit === null ? [] : [each.misfit]));
  return misfit(known.length === 0 ? null : known.reduce((total, value) => total + value, 0));
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
  const before = detail.components.reduce((total, { windows }) => total + windows.length, 0);
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
      <b>{t.state(draft.length, misfitOf((measured?.detail ?? detail).components))}</b>
      {measured && <span className="dim">{t.was(before, misfitOf(detail.components))}</span>}
      {isBusy && <Loader size={12} aria-label={t.measuring} />}
    </span>
  );
}
