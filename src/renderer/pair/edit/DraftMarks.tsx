import { Button, Menu } from '@mantine/core';
import { IconPencilExclamation } from '@tabler/icons-react';
import { pairId, type PairKey } from '@/core/model';
import { texts } from '../../texts';
import { openPair } from '../store';
import { useDrafts } from './drafts';
import classes from './HandBar.module.css';
import { isEdited, isUnsaved, useEdit } from './store';

const t = texts.hand;

/** Tells that the windows of a pair are changed and not saved, and where else that is so. */
export function DraftMarks({ pair }: { pair: PairKey }) {
  const drafts = useDrafts((state) => state.items);
  const isDirty = useEdit((state) => isEdited(state, pair) && isUnsaved(state));
  const others = Object.entries(drafts).filter(([id]) => id !== pairId(pair));
  return (
    <>
      {isDirty && (
        <span className={classes.dirty} title={t.unsavedHint}>
          <IconPencilExclamation size={14} stroke={1.8} aria-hidden="true" />
          <span>{t.unsaved}</span>
        </span>
      )}
      {others.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="subtle" size="compact-xs" title={t.draftsHint}>
              {t.drafts(others.length)}
            </Button>
          </Menu.Target>
          <Menu.Dropdown aria-label={t.draftsHint}>
            {others.map(([id, { event, station }]) => (
              <Menu.Item key={id} onClick={() => openPair({ event, station })}>
                {event} · {station}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}
