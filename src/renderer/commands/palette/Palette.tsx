import { Kbd, Modal, VisuallyHidden } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { closePalette, useShell } from '../../app/shell';
import { useApp } from '../../app/store';
import { readSaved, useSaved } from '../../select/saved';
import { texts } from '../../texts';
import { keyNames } from '../keys';
import classes from './Palette.module.css';
import { choicesFor, type Choice } from './places';

const t = texts.commands;
const PAGE = 8;

function Option({ choice, index, active, onPick }: OptionProps) {
  const [keys] = choice.keys;
  return (
    <li
      id={`palette-${index}`}
      role="option"
      aria-selected={active}
      aria-disabled={choice.refusal !== undefined || undefined}
      title={choice.refusal}
      className={classes.option}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onPick(choice)}
    >
      <span className={classes.text}>{choice.text}</span>
      {choice.refusal !== undefined && <span className={classes.refusal}>{choice.refusal}</span>}
      {choice.kind !== '' && <span className={classes.kind}>{choice.kind}</span>}
      {keys !== undefined && (
        <span className={classes.keys}>
          {keyNames(keys).map((name) => (
            <Kbd key={name} size="xs">
              {name}
            </Kbd>
          ))}
        </span>
      )}
    </li>
  );
}

interface OptionProps {
  choice: Choice;
  index: number;
  active: boolean;
  onPick: (choice: Choice) => void;
}

/** Gives the focus to a field as soon as that is there, and back when it goes. The dialog's own way does so with a delay:
 *  what is typed until then would be lost. */
function useFocusHeld() {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    field.current?.focus();
    return () => {
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus({ preventScroll: true });
    };
  }, []);
  return field;
}

function Search() {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const saved = useSaved((state) => state.saved);
  // What was saved belongs to the choices, and comes after them where it was not read yet.
  const choices = useMemo(() => choicesFor(query, saved), [query, saved]);
  const field = useFocusHeld();
  useEffect(() => {
    if (useApp.getState().project !== null && useSaved.getState().saved === null) void readSaved();
  }, []);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active, choices]);

  const pick = (choice: Choice) => {
    if (choice.refusal !== undefined) return;
    closePalette();
    // After the palette has given the focus back, so that the command may put it elsewhere.
    window.setTimeout(() => void choice.run(), 0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: (active + 1) % Math.max(1, choices.length),
      ArrowUp: (active - 1 + choices.length) % Math.max(1, choices.length),
      PageDown: Math.min(choices.length - 1, active + PAGE),
      PageUp: Math.max(0, active - PAGE),
    };
    const to = steps[event.key];
    if (to !== undefined) setActive(to);
    else if (event.key === 'Enter' && choices[active] && !event.nativeEvent.isComposing) pick(choices[active]);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div className={classes.box}>
        <IconSearch size={16} aria-hidden="true" />
        <input
          className={classes.input}
          role="combobox"
          aria-label={t.palette}
          aria-expanded="true"
          aria-controls="palette-list"
          aria-autocomplete="list"
          aria-activedescendant={choices.length > 0 ? `palette-${active}` : undefined}
          placeholder={t.paletteHint}
          value={query}
          spellCheck={false}
          autoComplete="off"
          ref={field}
          data-autofocus
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <ul ref={list} id="palette-list" role="listbox" aria-label={t.paletteList} className={classes.list}>
        {choices.map((choice, index) => (
          <Option key={choice.id} choice={choice} index={index} active={index === active} onPick={pick} />
        ))}
      </ul>
      {choices.length === 0 && <p className={classes.none}>{t.paletteNone}</p>}
      <VisuallyHidden role="status">{t.paletteFound(choices.length)}</VisuallyHidden>
    </>
  );
}

/** Every command, and every place of the project, by a few letters. */
export function Palette() {
  const opened = useShell((state) => state.palette);
  return (
    <Modal.Root
      opened={opened}
      onClose={closePalette}
      size={620}
      padding={0}
      yOffset="10vh"
      transitionProps={{ duration: 0 }}
      returnFocus={false}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t.palette}>
        <Modal.Body>
          <Search />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
