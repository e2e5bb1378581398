import { Button } from '@mantine/core';
import { IconCheck, IconPencil, IconX, type Icon } from '@tabler/icons-react';
import type { Verdict } from '@/core/model';
import { notifyRefusal } from '../app/notices';
import { texts } from '../texts';
import type { HandAct } from './edit/offers';
import { refusalIn, wantDecision, wantEdit } from './edit/steps';
import { useEdit } from './edit/store';
import { usePair } from './store';

const t = texts.hand;

/** What can be decided by hand on the pair that is looked at; what cannot tells why. While it is read, what is shown may
 *  be another one. */
export function HandTools() {
  const pair = usePair();
  const edit = useEdit();
  const decide = (verdict: Verdict) => () => wantDecision(usePair.getState().open, verdict);
  const tool = (act: HandAct, text: string, hint: string, Sign: Icon, onClick: () => void) => {
    const refusal = refusalIn(pair, edit, act);
    return (
      <Button
        variant="default"
        size="compact-xs"
        data-hand-edit={act === 'edit' || undefined}
        title={refusal ?? hint}
        // Unlike one that is disabled, it keeps the focus and is read out with its reason.
        data-disabled={refusal !== null || undefined}
        aria-disabled={refusal !== null || undefined}
        leftSection={<Sign size={13} aria-hidden="true" />}
        onClick={refusal === null ? onClick : () => notifyRefusal(refusal)}
      >
        {text}
      </Button>
    );
  };
  return (
    <>
      {tool('edit', t.edit, t.editHint, IconPencil, wantEdit)}
      <Button.Group>
        {tool('accept', t.accept, t.acceptHint, IconCheck, decide('accepted'))}
        {tool('reject', t.reject, t.rejectHint, IconX, decide('rejected'))}
      </Button.Group>
    </>
  );
}
