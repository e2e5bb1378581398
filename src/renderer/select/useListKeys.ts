import { useRef, useState, type KeyboardEvent } from 'react';
import { markOnMap, unmark } from '../map/tools';
import { placeByKey } from '../common/listKeys';
import { selectOnly, setSelected, toggle, useSelection, type Kind } from './store';

interface ListKeys {
  /** Row with the keyboard's focus; null before the first key. */
  active: number | null;
  onKeyDown(event: KeyboardEvent): void;
  onFocus(): void;
  click(index: number, range: boolean): void;
  /** Moves the keyboard's focus to a row and brings it into sight. */
  focusRow(index: number): void;
}

/** Keyboard and pointer of a list: arrows move, Space toggles, Shift extends, Ctrl/Cmd-A selects all that is shown, Enter
 *  shows a row on the map. */
export function useListKeys(kind: Kind, ids: string[], reveal: (index: number) => void): ListKeys {
  const [active, setActive] = useState<number | null>(null);
  const anchor = useRef<number | null>(null);

  const selectRange = (from: number, to: number) => {
    const range = ids.slice(Math.min(from, to), Math.max(from, to) + 1);
    setSelected(kind, range, useSelection.getState()[kind].has(ids[from] ?? ''));
  };
  const move = (to: number, range: boolean) => {
    const index = Math.max(0, Math.min(ids.length - 1, to));
    setActive(index);
    reveal(index);
    if (!range) anchor.current = index;
    else selectRange(anchor.current ?? index, index);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (ids.length === 0 || event.altKey) return;
    const here = Math.min(active ?? -1, ids.length - 1);
    const to = event.ctrlKey || event.metaKey ? null : placeByKey(event.key, here, ids.length);
    if (to !== null) move(to, event.shiftKey);
    else if (event.key === ' ' && here >= 0) toggle(kind, ids[here]!);
    else if (event.key === 'Enter' && here >= 0) markOnMap({ kind, id: ids[here]! });
    else if (event.key === 'Escape') unmark();
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) selectOnly(kind, ids);
    else return;
    event.preventDefault();
  };

  return {
    active: active !== null && active < ids.length ? active : null,
    onKeyDown,
    onFocus: () => setActive((index) => index ?? (ids.length > 0 ? 0 : null)),
    focusRow: (index) => move(index, false),
    click: (index, range) => {
      setActive(index);
      if (range && anchor.current !== null) {
        selectRange(anchor.current, index);
        return;
      }
      anchor.current = index;
      toggle(kind, ids[index]!);
    },
  };
}
