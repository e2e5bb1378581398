import { Button, TextInput } from '@mantine/core';
import { useApp } from '../../app/store';
import { dateTime } from '../../common/format';
import { texts } from '../../texts';
import type { HandMark, PairKey, Verdict } from '@/core/model';
import { saveDecision } from './actions';
import classes from './HandBar.module.css';
import { SIGNS } from './signs';
import { setForm, setNote, useEdit } from './store';

const t = texts.hand;

/** Puts the focus where the next key is wanted, once. */
const takeFocus = (element: HTMLElement | null) => element?.focus();

/** A decision by hand: what, who, when, and why. */
export function VerdictLine({ mark }: { mark: HandMark }) {
  const { verdict, by, at, note } = mark;
  const Sign = SIGNS[verdict];
  return (
    <div className={classes.line}>
      <span className={classes.verdict} data-verdict={verdict}>
        <Sign size={14} stroke={2} aria-hidden="true" /> {t.verdicts[verdict]}
      </span>
      <span className="dim">{t.by(by, dateTime(at))}</span>
      {note !== '' && <q className={classes.why}>{note}</q>}
      <Button variant="subtle" size="compact-xs" title={t.withdrawHint} onClick={() => setForm('withdrawn')}>
        {t.withdraw}
      </Button>
    </div>
  );
}

/** The line that a decision is written into, with its reason. */
export function DecisionForm({ pair, verdict }: { pair: PairKey; verdict: Verdict }) {
  const note = useEdit((state) => state.note);
  const deciding = useEdit((state) => state.deciding);
  const user = useApp((state) => state.info?.user ?? '');
  return (
    <form
      className={classes.bar}
      aria-label={t.confirm[verdict]}
      onSubmit={(event) => {
        event.preventDefault();
        void saveDecision(pair);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        setForm(null);
      }}
    >
      <TextInput
        className={classes.note}
        aria-label={t.noteLabel}
        placeholder={t.note}
        value={note}
        maxLength={4096}
        ref={takeFocus}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button
        type="submit"
        loading={deciding}
        size="compact-sm"
        fz="xs"
        color={verdict === 'rejected' ? 'red.9' : undefined}
      >
        {t.confirm[verdict]} {t.as(user)}
      </Button>
      <Button variant="default" size="compact-sm" fz="xs" onClick={() => setForm(null)}>
        {texts.cancel}
      </Button>
    </form>
  );
}
