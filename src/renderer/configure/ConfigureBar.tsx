import { Button, CloseButton, Kbd, TextInput, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconDeviceFloppy, IconPointFilled, IconSearch } from '@tabler/icons-react';
import { isGoing, useRun } from '../run/store';
import { texts } from '../texts';
import { readParameters, saveParameters } from './actions';
import classes from './ConfigurePage.module.css';
import { FIELDS, isChanged } from './draft';
import { isUnsaved, useConfigure } from './store';

const t = texts.configure;

interface ConfigureBarProps {
  project: string;
  search: string;
  onSearch: (text: string) => void;
}

/** Search, what is changed, and what saves and reverts it. */
export function ConfigureBar({ project, search, onSearch }: ConfigureBarProps) {
  const draft = useConfigure((state) => state.draft);
  const saving = useConfigure((state) => state.saving);
  const unsaved = useConfigure(isUnsaved);
  const going = useRun((state) => isGoing(state.progress));
  const changed = FIELDS.filter((field) => isChanged(draft, field)).length;
  const wrong = draft.issues.length;
  return (
    <div className={classes.bar}>
      <TextInput
        className={classes.search}
        aria-label={t.searchLabel}
        placeholder={t.search}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
        leftSection={<IconSearch size={13} aria-hidden="true" />}
        rightSection={
          search !== '' && <CloseButton size="xs" aria-label={t.clearSearch} onClick={() => onSearch('')} />
        }
        spellCheck={false}
      />
      <span className={classes.note}>{changed === 0 ? t.allDefaults : t.nChanged(changed)}</span>
      <span className={classes.space} />
      <span className={classes.state} role="status">
        {wrong > 0 && (
          <span className={classes.wrong}>
            <IconAlertTriangle size={14} aria-hidden="true" /> {t.nErrors(wrong)}
          </span>
        )}
        {unsaved && (
          <span className={classes.unsaved}>
            <IconPointFilled size={14} aria-hidden="true" /> {t.unsaved}
          </span>
        )}
      </span>
      <Button variant="default" disabled={!unsaved || saving} onClick={() => void readParameters(project)}>
        {t.revert}
      </Button>
      <Tooltip label={going ? t.notWhileRunning : wrong > 0 ? t.notWhileWrong : <Kbd size="xs">Ctrl S</Kbd>}>
        <Button
          leftSection={<IconDeviceFloppy size={15} aria-hidden="true" />}
          loading={saving}
          disabled={!unsaved || going || wrong > 0}
          onClick={() => void saveParameters()}
        >
          {t.save}
        </Button>
      </Tooltip>
    </div>
  );
}
