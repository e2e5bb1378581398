import { ActionIcon, Button } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconDeviceFloppy,
  IconPlus,
  IconTrash,
  type Icon,
} from '@tabler/icons-react';
import { useEffect } from 'react';
import { useApp } from '../../app/store';
import { texts } from '../../texts';
import { discardEdit, redoNow, removeWindowNow, saveEdit, undoNow } from './actions';
import classes from './HandBar.module.css';
import { Figures } from './Figures';
import { startMeasuring } from './live';
import { NoteField } from './NoteField';
import { addHere } from './pointer';
import { problemOf } from './problem';
import { isUnsaved, useEdit } from './store';

const t = texts.hand;

function Tool({ label, hint, icon: Sign, disabled, onClick }: ToolProps) {
  return (
    <ActionIcon variant="default" size={26} aria-label={label} title={hint} disabled={disabled} onClick={onClick}>
      <Sign size={15} stroke={1.7} aria-hidden="true" />
    </ActionIcon>
  );
}

interface ToolProps {
  label: string;
  hint: string;
  icon: Icon;
  disabled: boolean;
  onClick: () => void;
}

/** The tools of an edit: add, delete, undo, redo, and what keeps or discards it. */
export function EditBar() {
  const session = useEdit((state) => state.session);
  const unsaved = useEdit(isUnsaved);
  const user = useApp((state) => state.info?.user ?? '');
  useEffect(startMeasuring, []);
  if (!session) return null;
  const { history, selected, saving } = session;
  const problem = problemOf(session);
  return (
    <div className={classes.bar} role="toolbar" aria-label={t.bar} data-hand-bar>
      <Button
        variant="default"
        size="compact-sm"
        fz="xs"
        leftSection={<IconPlus size={14} aria-hidden="true" />}
        title={t.addHint}
        onClick={addHere}
      >
        {t.add}
      </Button>
      <Tool
        label={t.remove}
        hint={t.removeHint}
        icon={IconTrash}
        disabled={selected === null}
        onClick={removeWindowNow}
      />
      <ActionIcon.Group>
        <Tool
          label={t.undo}
          hint={t.undoHint}
          icon={IconArrowBackUp}
          disabled={history.past.length === 0}
          onClick={undoNow}
        />
        <Tool
          label={t.redo}
          hint={t.redoHint}
          icon={IconArrowForwardUp}
          disabled={history.future.length === 0}
          onClick={redoNow}
        />
      </ActionIcon.Group>
      <Figures session={session} problem={problem} />
      <span className={classes.space} />
      <NoteField pair={session.detail} verdict="edited" onEnter={() => void saveEdit()} />
      <Button
        size="compact-sm"
        fz="xs"
        leftSection={<IconDeviceFloppy size={14} aria-hidden="true" />}
        title={problem ?? t.saveHint(user)}
        loading={saving}
        disabled={!unsaved || problem !== null}
        onClick={() => void saveEdit()}
      >
        {t.save} {t.as(user)}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        fz="xs"
        title={unsaved ? undefined : t.doneHint}
        disabled={saving}
        onClick={discardEdit}
      >
        {unsaved ? t.discard : t.done}
      </Button>
    </div>
  );
}
