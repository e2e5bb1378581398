import { Button } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import type { PairDetail } from '@/api';
import { handKeyName, type HandDecision } from '@/core/model';
import { dateTime } from '../../common/format';
import { texts } from '../../texts';
import { isOffered } from '../edit/offers';
import { SIGNS } from '../edit/signs';
import { isSameDecision, previewOf, takeWindowsOf, togglePreview, usePreview } from './preview';
import classes from './SidePanel.module.css';
import { useDecisions } from './useDecisions';

const t = texts.hand;

function windowsOf({ verdict, windows }: HandDecision): string {
  if (verdict === 'rejected') return texts.pair.noWindows;
  if (verdict !== 'edited') return t.asSelected;
  const lists = Object.entries(windows);
  const number = lists.reduce((sum, [, each]) => sum + each.length, 0);
  return t.windowsOn(number, lists.map(([key]) => handKeyName(key)).join('; '));
}

interface EntryProps {
  detail: PairDetail;
  decision: HandDecision;
  /** It is the one that counts now. */
  holds: boolean;
  shown: boolean;
}

function Entry({ detail, decision, holds, shown }: EntryProps) {
  const { verdict, by, at, note, evaluation } = decision;
  const Sign = SIGNS[verdict];
  const Eye = shown ? IconEyeOff : IconEye;
  return (
    <li className={classes.decision} data-shown={shown || undefined}>
      <div className={classes.head}>
        <span className={classes.verdict} data-verdict={verdict}>
          <Sign size={14} stroke={2} aria-hidden="true" /> {t.verdicts[verdict]}
        </span>
        {holds && <span className={classes.holds}>{t.holds}</span>}
        <span className="dim">{evaluation}</span>
      </div>
      <div className="dim">{t.by(by, dateTime(at))}</div>
      <div>{windowsOf(decision)}</div>
      {note !== '' && <q className={classes.why}>{note}</q>}
      {verdict === 'edited' && isOffered(detail, 'edit') && (
        <div className={classes.actions}>
          <Button
            variant="default"
            size="compact-xs"
            aria-pressed={shown}
            leftSection={<Eye size={13} aria-hidden="true" />}
            onClick={() => togglePreview(decision)}
          >
            {shown ? t.hideWindows : t.showWindows}
          </Button>
          <Button
            variant="default"
            size="compact-xs"
            title={t.takeWindowsHint}
            onClick={() => takeWindowsOf(detail, decision)}
          >
            {t.takeWindows}
          </Button>
        </div>
      )}
    </li>
  );
}

/** Every decision that was made on a pair by hand, the latest first; windows of earlier ones can be looked at and taken. */
export function Decisions({ detail }: { detail: PairDetail }) {
  const decisions = useDecisions(detail, detail.hand?.at ?? `${detail.outcome?.nwin}`);
  const preview = usePreview((state) => previewOf(state, detail));
  return (
    <section aria-label={t.history}>
      <h3 className={classes.heading}>{t.history}</h3>
      {decisions?.length === 0 && <p className={classes.none}>{t.noHistory}</p>}
      <ol className={classes.decisions}>
        {decisions?.map((decision) => (
          <Entry
            key={`${decision.evaluation} ${decision.at}`}
            detail={detail}
            decision={decision}
            holds={decision.at === detail.hand?.at}
            shown={preview !== null && isSameDecision(preview, decision)}
          />
        ))}
      </ol>
    </section>
  );
}
