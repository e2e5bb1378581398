import { useEffect } from 'react';
import { usesKey } from '../pair/keys';
import { matchesKeys } from './keys';
import { COMMANDS, isEnabled } from './registry';
import type { Command } from './types';

/** Texts have an undo of their own. */
const OF_TEXTS = new Set(['edit.undo', 'edit.redo']);

/** Whether what has the focus, or what lies over the page, keeps a command's keys for itself. */
function isKept({ id }: Command, event: KeyboardEvent): boolean {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !/^F\d+$/.test(event.key);
  if ((plain || OF_TEXTS.has(id)) && usesKey(event.target, event.key)) return true;
  if (document.querySelector('[aria-modal="true"]') !== null) return id !== 'app.palette';
  return plain && event.target instanceof Element && event.target.closest('[role=menu], [role=listbox]') !== null;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const command = COMMANDS.find(
    (each) => each.keys?.some((keys) => matchesKeys(event, keys)) && isEnabled(each) && !isKept(each, event),
  );
  if (command === undefined) return;
  // The menu of the desktop window has the same keys, and takes those that the page does not use.
  event.preventDefault();
  if (!event.repeat || !command.once) command.run();
}

/** Does commands by their keys, for as long as the page lives. */
export function useCommandKeys(): void {
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
