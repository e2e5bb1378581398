import { Button, Loader } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { PairDetail } from '@/api';
import { useApp } from '../../app/store';
import { dateTime } from '../../common/format';
import { texts } from '../../texts';
import { pairId, type HandMark, type PairKey } from '@/core/model';
import { saveDecision } from './actions';
import { useDrafts } from './drafts';
import classes from './HandBar.module.css';
import { NoteField } from './NoteField';
import { useNote } from './notes';
import { refusalOf } from './offers';
import { SIGNS } from './signs';
import { cancelAwaited, cancelDecision, wantDecision } from './steps';
import type { DecisionDraft } from './store';

const t = texts.hand;

/** Puts the focus where the next key is wanted, once. */
const takeFocus = (element: HTMLElement | null) => element?.focus();

/** A decision by hand: what, who, when, and why. */
export function VerdictLine({ pair, mark }: { pair: PairKey; mark: HandMark }) {
  const { verdict, by, at, note } = mark;
  const Sign = SIGNS[verdict];
  return (
    <div className={classes.line}>
      <span className={classes.verdict} data-verdict={verdict}>
        <Sign size={14} stroke={2} aria-hidden="true" /> {t.verdicts[verdict]}
      </span>
      <span className="dim">{t.by(by, dateTime(at))}</span>
      {note !== '' && <q className={classes.why}>{note}</q>}
      <Button variant="subtle" size="compact-xs" title={t.withdrawHint} onClick={() => wantDecision(pair, 'withdrawn')}>
        {t.withdraw}
      </Button>
    </div>
  );
}

interface DecisionFormProps {
  draft: DecisionDraft;
  /** The pair that is decided on; null until it is read. */
  detail: PairDetail | null;
}

const ACTS = { edited: 'edit', accepted: 'accept', rejected: 'reject', withdrawn: 'withdraw' } as const;

/** Why a decision cannot be kept; null where it can, as far as is known. */
function useRefusal({ pair, verdict }: DecisionDraft, detail: PairDetail | null): string | null {
  const hasDraft = useDrafts(({ items }) => Object.hasOwn(items, pairId(pair)));
  if (hasDraft) return t.refusals.unsaved;
  return detail && refusalOf(detail, ACTS[verdict]);
}

/** The line that a decision is written into, with its reason. It is kept once the pair can be seen. */
export function DecisionForm({ draft, detail }: DecisionFormProps) {
  const { verdict } = draft;
  const refusal = useRefusal(draft, detail);
  const user = useApp((state) => state.info?.user ?? '');
  return (
    <form
      className={classes.bar}
      aria-label={t.confirm[verdict]}
      onSubmit={(event) => {
        event.preventDefault();
        if (detail && refusal === null) void saveDecision();
      }}
    >
      <NoteField pair={draft.pair} verdict={verdict} hasFocus />
      {!detail && (
        <span className={classes.late} role="status">
          {texts.pair.loading}
        </span>
      )}
      {refusal !== null && (
        <span className={classes.wrong} role="alert">
          <IconAlertTriangle size={14} aria-hidden="true" /> {refusal}
        </span>
      )}
      <Button
        type="submit"
        disabled={!detail || refusal !== null}
        title={detail ? undefined : texts.pair.loading}
        size="compact-sm"
        fz="xs"
        color={verdict === 'rejected' ? 'red.9' : undefined}
      >
        {t.confirm[verdict]} {t.as(user)}
      </Button>
      <Button variant="default" size="compact-sm" fz="xs" onClick={cancelDecision}>
        {texts.cancel}
      </Button>
    </form>
  );
}

/** A decision that is on its way. */
export function DecisionOnItsWay({ draft: { pair, verdict } }: { draft: DecisionDraft }) {
  const note = useNote(pair, verdict);
  return (
    <div className={classes.line} role="status">
      <Loader size={14} aria-hidden="true" /> {t.deciding[verdict]}
      {note !== '' && <q className={classes.why}>{note}</q>}
    </div>
  );
}

/** An edit that begins as soon as its pair is read. Keys that move windows in an edit do not go to other pairs here. */
export function AwaitedEdit() {
  return (
    <div
      className={classes.line}
      role="status"
      onKeyDown={(event) => event.key.startsWith('Arrow') && event.preventDefault()}
    >
      <Loader size={14} aria-hidden="true" /> {t.awaited}
      <Button variant="default" size="compact-xs" ref={takeFocus} onClick={cancelAwaited}>
        {texts.cancel}
      </Button>
    </div>
  );
}
