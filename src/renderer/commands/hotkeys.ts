import { useEffect } from 'react';
import { notifyRefusal } from '../app/notices';
import { usesKey } from '../pair/keys';
import { matchesKeys } from './keys';
import { COMMANDS, isEnabled, refusalOf } from './registry';
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
  const meant = COMMANDS.filter((each) => each.keys?.some((keys) => matchesKeys(event, keys)) && !isKept(each, event));
  const command = meant.find(isEnabled);
  if (command === undefined) return refuse(event, meant);
  // The menu of the desktop window has the same keys, and takes those that the page does not use.
  event.preventDefault();
  if (!event.repeat || !command.once) command.run();
}

/** Nothing happens without a word where the key means something. */
function refuse(event: KeyboardEvent, commands: readonly Command[]): void {
  const refusal = commands.map(refusalOf).find((why) => why !== null);
  if (refusal === undefined || refusal === null) return;
  event.preventDefault();
  if (!event.repeat) notifyRefusal(refusal);
}

/** Does commands by their keys, for as long as the page lives. */
export function useCommandKeys(): void {
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
