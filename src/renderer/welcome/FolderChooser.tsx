import { ActionIcon, Badge, Button, Group, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconArrowUp, IconFolder } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState, type FormEvent } from 'react';
import { openProject } from '../app/actions';
import { texts } from '../texts';
import classes from './FolderChooser.module.css';
import { useFolder } from './useFolder';

const t = texts.chooser;

/** The page's own folder dialog, for browser mode. What is typed is never changed by what is listed. */
export function FolderChooser({ onCancel }: { onCancel: () => void }) {
  const { listing, asked, error, go } = useFolder();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const path = typed ?? listing?.path ?? '';
  const wanted = path.trim();
  const listed = error === null && (wanted === listing?.path || wanted === asked) ? listing : null;

  // The first listing writes its path into the field. Somebody may be about to type there: what is typed replaces the
  // path then, instead of being put before or behind it.
  const first = typed === null ? listing : null;
  useLayoutEffect(() => {
    if (first !== null && document.activeElement === field.current) field.current?.select();
  }, [first]);

  const enter = (folder: string) => {
    setTyped(folder);
    go(folder);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (listed !== null) void openProject(listed.path);
    else go(wanted);
  };

  return (
    <form className={classes.form} onSubmit={submit} aria-label={t.title}>
      <Group gap="xs" align="end" wrap="nowrap">
        <TextInput
          ref={field}
          label={t.path}
          value={path}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={error}
          spellCheck={false}
          data-autofocus
          autoFocus
          className={classes.path}
        />
        <ActionIcon
          size={30}
          variant="default"
          aria-label={t.up}
          title={t.up}
          disabled={!listing?.parent}
          onClick={() => listing?.parent && enter(listing.parent)}
        >
          <IconArrowUp size={16} />
        </ActionIcon>
      </Group>
      <ul className={classes.list} aria-label={t.list}>
        {listing?.folders.length === 0 && (
          <Text component="li" c="var(--text-dim)" p="xs">
            {t.empty}
          </Text>
        )}
        {listing?.folders.map((folder) => (
          <li key={folder.path}>
            <UnstyledButton
              className={classes.folder}
              onClick={() => (folder.isProject ? void openProject(folder.path) : enter(folder.path))}
            >
              <IconFolder size={16} stroke={1.6} aria-hidden="true" />
              <span className={classes.name}>{folder.name}</span>
              {folder.isProject && (
                <Badge size="sm" variant="light">
                  {t.project}
                </Badge>
              )}
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <Group gap="xs">
        <Button type="submit" disabled={wanted === ''}>
          {listed === null ? t.go : t.open}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {texts.cancel}
        </Button>
      </Group>
    </form>
  );
}
