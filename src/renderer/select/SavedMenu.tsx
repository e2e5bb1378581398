import { ActionIcon, Button, Popover, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconBookmarks, IconPencil, IconTrash } from '@tabler/icons-react';
import { useEffect, useState, type FormEvent } from 'react';
import type { ProjectOverview, SavedSelection } from '@/api';
import { setSavedShown, useShell } from '../app/shell';
import { texts } from '../texts';
import { deleteSaved, readSaved, renameSaved, restore, saveCurrent, useSaved } from './saved';
import classes from './SavedMenu.module.css';

const t = texts.select;

interface RowProps {
  selection: SavedSelection;
  onRestore: () => void;
}

/** One saved selection: restored by a click, renamed in its place, deleted by two. */
function Row({ selection, onRestore }: RowProps) {
  const { name, events, stations } = selection;
  const [typed, setTyped] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  if (typed !== null) {
    const submit = async (event: FormEvent) => {
      event.preventDefault();
      const to = typed.trim();
      if (to === '' || to === name || (await renameSaved(name, to))) setTyped(null);
    };
    return (
      <form className={classes.row} onSubmit={(event) => void submit(event)}>
        <TextInput
          className={classes.input}
          aria-label={t.newName(name)}
          value={typed}
          autoFocus
          maxLength={120}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            setTyped(null);
          }}
        />
        <Button type="submit" variant="default">
          {t.saveNow}
        </Button>
      </form>
    );
  }
  return (
    <div className={classes.row} onPointerLeave={() => setAsked(false)}>
      <button type="button" className={classes.restore} aria-label={t.restore(name)} onClick={onRestore}>
        <span className={classes.name}>{name}</span>
        <span className={classes.what}>{t.within(events.length, stations.length)}</span>
      </button>
      <ActionIcon aria-label={t.rename(name)} title={t.rename(name)} onClick={() => setTyped(name)}>
        <IconPencil size={15} aria-hidden="true" />
      </ActionIcon>
      {asked ? (
        <Button color="red" variant="light" aria-label={t.reallyRemove(name)} onClick={() => void deleteSaved(name)}>
          {t.reallyShort}
        </Button>
      ) : (
        <ActionIcon aria-label={t.remove(name)} title={t.remove(name)} onClick={() => setAsked(true)}>
          <IconTrash size={15} aria-hidden="true" />
        </ActionIcon>
      )}
    </div>
  );
}

function SavedList({ project, onDone }: { project: ProjectOverview; onDone: () => void }) {
  const saved = useSaved((state) => state.saved);
  const [name, setName] = useState('');
  const trimmed = name.trim();
  const taken = saved?.selections.some((selection) => selection.name === trimmed) ?? false;
  useEffect(() => {
    void readSaved();
  }, [project.path]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (trimmed !== '' && (await saveCurrent(project, trimmed))) setName('');
  };
  return (
    <>
      <form className={classes.row} onSubmit={(event) => void submit(event)}>
        <TextInput
          className={classes.input}
          aria-label={t.saveAs}
          placeholder={t.saveAs}
          value={name}
          maxLength={120}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" disabled={trimmed === ''}>
          {taken ? t.replaceNow : t.saveNow}
        </Button>
      </form>
      {saved?.notice && (
        <p className={classes.notice} role="alert">
          <IconAlertTriangle size={14} aria-hidden="true" /> {saved.notice}
        </p>
      )}
      {saved?.selections.length === 0 && <p className={classes.none}>{t.noSaved}</p>}
      <div className={classes.list}>
        {saved?.selections.map((selection) => (
          <Row
            key={selection.name}
            selection={selection}
            onRestore={() => {
              restore(project, selection);
              onDone();
            }}
          />
        ))}
      </div>
    </>
  );
}

/** Saves what is selected under a name, and brings back what was saved. */
export function SavedMenu({ project }: { project: ProjectOverview }) {
  const opened = useShell((state) => state.saved);
  useEffect(() => () => setSavedShown(false), []);
  return (
    <Popover
      opened={opened}
      onChange={setSavedShown}
      position="bottom-end"
      width={360}
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<IconBookmarks size={14} aria-hidden="true" />}
          aria-haspopup="dialog"
          aria-expanded={opened}
          onClick={() => setSavedShown(!opened)}
        >
          {t.savedShort}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.panel} aria-label={t.saved}>
        <SavedList project={project} onDone={() => setSavedShown(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
