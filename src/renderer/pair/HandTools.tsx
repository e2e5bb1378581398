import { Button } from '@mantine/core';
import { IconCheck, IconPencil, IconX, type Icon } from '@tabler/icons-react';
import type { PairDetail } from '@/api';
import { texts } from '../texts';
import { startEdit } from './edit/actions';
import { refusalOf, type HandAct } from './edit/offers';
import { setForm } from './edit/store';

const t = texts.hand;

/** What can be decided on a pair by hand; what cannot tells why. */
export function HandTools({ detail }: { detail: PairDetail }) {
  const tool = (act: HandAct, text: string, hint: string, Sign: Icon, onClick: () => void) => {
    const refusal = refusalOf(detail, act);
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
        onClick={refusal === null ? onClick : undefined}
      >
        {text}
      </Button>
    );
  };
  return (
    <>
      {tool('edit', t.edit, t.editHint, IconPencil, () => startEdit(detail))}
      <Button.Group>
        {tool('accept', t.accept, t.acceptHint, IconCheck, () => setForm('accepted'))}
        {tool('reject', t.reject, t.rejectHint, IconX, () => setForm('rejected'))}
      </Button.Group>
    </>
  );
}
