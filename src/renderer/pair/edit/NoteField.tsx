import { TextInput } from '@mantine/core';
import type { PairKey, Verdict } from '@/core/model';
import { texts } from '../../texts';
import classes from './HandBar.module.css';
import { setNote, useNote } from './notes';

const t = texts.hand;

interface NoteFieldProps {
  pair: PairKey;
  verdict: Verdict;
  /** It is what somebody types into next. */
  hasFocus?: boolean;
  onEnter?: () => void;
}

/** Puts the focus where the next key is wanted, once: behind what is written there. */
function takeFocus(element: HTMLInputElement | null): void {
  element?.focus();
  element?.setSelectionRange(element.value.length, element.value.length);
}

/** Why something is decided: the line that goes on record with it. */
export function NoteField({ pair, verdict, hasFocus = false, onEnter }: NoteFieldProps) {
  const note = useNote(pair, verdict);
  return (
    <TextInput
      className={classes.note}
      data-note
      aria-label={t.noteLabel}
      placeholder={t.note}
      value={note}
      maxLength={4096}
      ref={hasFocus ? takeFocus : undefined}
      onChange={(event) => setNote(pair, verdict, event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onEnter?.();
      }}
    />
  );
}
