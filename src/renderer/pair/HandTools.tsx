import { Button } from '@mantine/core';
import { IconCheck, IconPencil, IconX } from '@tabler/icons-react';
import type { PairDetail } from '@/api';
import { texts } from '../texts';
import { startEdit } from './edit/actions';
import { setForm } from './edit/store';

const t = texts.hand;

/** What can be decided on a pair by hand. */
export function HandTools({ detail }: { detail: PairDetail }) {
  const verdict = detail.hand?.verdict;
  const size = { variant: 'default', size: 'compact-xs' } as const;
  return (
    <>
      <Button
        {...size}
        data-hand-edit
        title={t.editHint}
        leftSection={<IconPencil size={13} aria-hidden="true" />}
        onClick={() => startEdit(detail)}
      >
        {t.edit}
      </Button>
      <Button.Group>
        <Button
          {...size}
          title={t.acceptHint}
          disabled={verdict === 'accepted'}
          leftSection={<IconCheck size={13} aria-hidden="true" />}
          onClick={() => setForm('accepted')}
        >
          {t.accept}
        </Button>
        <Button
          {...size}
          title={t.rejectHint}
          disabled={verdict === 'rejected'}
          leftSection={<IconX size={13} aria-hidden="true" />}
          onClick={() => setForm('rejected')}
        >
          {t.reject}
        </Button>
      </Button.Group>
    </>
  );
}
