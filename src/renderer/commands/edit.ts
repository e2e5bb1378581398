import { redoDraft, undoDraft, useDraftHistory } from '../configure/history';
import { redoNow, undoNow } from '../pair/edit/actions';
import { useEdit } from '../pair/edit/store';
import { usePair } from '../pair/store';
import { redoSelection, undoSelection, useSelectionHistory } from '../select/history';
import { texts } from '../texts';
import type { History } from '../common/history';
import { isIn } from './conditions';
import type { CommandGroup } from './types';

const t = texts.commands;

interface Undoer {
  /** Whether it is what is worked on. */
  isHere: () => boolean;
  history: () => History<unknown> | null;
  undo: () => void;
  redo: () => void;
}

const UNDOERS: Undoer[] = [
  {
    isHere: () => (isIn('run')() || isIn('results')()) && useEdit.getState().session !== null,
    history: () => useEdit.getState().session?.history ?? null,
    undo: undoNow,
    redo: redoNow,
  },
  { isHere: isIn('configure'), history: () => useDraftHistory.getState(), undo: undoDraft, redo: redoDraft },
  { isHere: isIn('select'), history: () => useSelectionHistory.getState(), undo: undoSelection, redo: redoSelection },
];

const here = () => UNDOERS.find(({ isHere }) => isHere());

/** A text has an undo of its own; the browser's command is the only way to it. */
function inText(command: 'undo' | 'redo'): boolean {
  const { activeElement } = document;
  const editable = activeElement instanceof HTMLTextAreaElement || activeElement instanceof HTMLInputElement;
  return editable && document.execCommand(command);
}

/** Whether undo is meant for a pair: for windows that are worked on, or what was decided. */
const isPairHere = () => (isIn('run')() || isIn('results')()) && usePair.getState().open !== null;

function nothingToUndo(): string {
  const { nothingToUndo, notByUndo } = texts.hand.refusals;
  return usePair.getState().shown?.hand && useEdit.getState().session === null ? notByUndo : nothingToUndo;
}

const length = (which: 'past' | 'future') => here()?.history()?.[which].length ?? 0;
const isTyping = () => document.activeElement?.matches('input, textarea') ?? false;

/** Undo of what is worked on: windows by hand, parameters or the selection. */
export const editCommands: CommandGroup = {
  title: t.groups.edit,
  commands: [
    {
      id: 'edit.undo',
      text: t.undo,
      keys: ['mod+Z'],
      menu: 'edit',
      section: 'undo',
      enabled: () => length('past') > 0 || isTyping() || isPairHere(),
      refusal: () => (length('past') > 0 || isTyping() ? null : nothingToUndo()),
      run: () => inText('undo') || here()?.undo(),
    },
    {
      id: 'edit.redo',
      text: t.redo,
      keys: ['mod+shift+Z', 'mod+Y'],
      menu: 'edit',
      section: 'undo',
      enabled: () => length('future') > 0 || isTyping() || isPairHere(),
      refusal: () => (length('future') > 0 || isTyping() ? null : texts.hand.refusals.nothingToRedo),
      run: () => inText('redo') || here()?.redo(),
    },
  ],
};
