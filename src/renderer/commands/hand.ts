import { discardEdit, removeWindowNow, saveEdit } from '../pair/edit/actions';
import { addHere } from '../pair/edit/pointer';
import { isOffered, type HandAct } from '../pair/edit/offers';
import { cancelAwaited, wantDecision, wantEdit } from '../pair/edit/steps';
import { isUnsaved, useEdit } from '../pair/edit/store';
import { useDrafts } from '../pair/edit/drafts';
import { openPair, usePair } from '../pair/store';
import { pairId, type PairKey, type Verdict } from '@/core/model';
import { texts } from '../texts';
import { isIn } from './conditions';
import type { CommandGroup } from './types';

const t = texts.commands;

const [inRun, inResults] = [isIn('run'), isIn('results')];
const isHere = () => inRun() || inResults();
const shown = () => (isHere() ? usePair.getState().shown : null);
const editing = () => isHere() && useEdit.getState().session !== null;
/** Where windows can be seen that are worked on. */
const working = () => editing() && usePair.getState().tab === 'waveforms';
/** Whether there is a pair with which somebody can do this. One that is still being read counts: what is wanted of it
 *  waits, and what is typed next is not taken for commands. */
function can(act: HandAct): boolean {
  if (!isHere() || editing()) return false;
  const { open, shown, reading } = usePair.getState();
  return shown === null ? open !== null && reading : isOffered(shown, act);
}

const decide = (verdict: Verdict) => () => wantDecision(usePair.getState().open, verdict);

/** The first pair but the open one that has unsaved windows. */
function nextDraft(): PairKey | null {
  const { open } = usePair.getState();
  const drafts = Object.values(useDrafts.getState().drafts);
  return drafts.find((draft) => open === null || pairId(draft) !== pairId(open)) ?? null;
}

/** Windows by hand, and decisions on a pair. */
export const handCommands: CommandGroup = {
  title: t.groups.hand,
  commands: [
    {
      id: 'hand.edit',
      text: t.editWindows,
      keys: ['E'],
      once: true,
      menu: 'run',
      section: 'hand',
      enabled: () => can('edit') || (editing() && !isUnsaved(useEdit.getState())),
      checked: editing,
      run: () => {
        if (editing()) discardEdit();
        else if (useEdit.getState().awaited) cancelAwaited();
        else wantEdit();
      },
    },
    {
      id: 'hand.add',
      text: t.addWindow,
      keys: ['N'],
      once: true,
      menu: 'run',
      section: 'hand',
      enabled: working,
      run: addHere,
    },
    {
      id: 'hand.remove',
      text: t.removeWindow,
      keys: ['Delete', 'Backspace'],
      once: true,
      menu: 'run',
      section: 'hand',
      enabled: () => working() && useEdit.getState().session!.selected !== null,
      run: removeWindowNow,
    },
    {
      id: 'hand.save',
      text: t.saveWindows,
      keys: ['mod+S'],
      once: true,
      menu: 'run',
      section: 'hand',
      enabled: () => editing() && isUnsaved(useEdit.getState()),
      run: saveEdit,
    },
    {
      id: 'hand.accept',
      text: t.acceptPair,
      keys: ['A'],
      once: true,
      menu: 'run',
      section: 'hand',
      enabled: () => can('accept'),
      run: decide('accepted'),
    },
    {
      id: 'hand.reject',
      text: t.rejectPair,
      keys: ['R'],
      once: true,
      menu: 'run',
      section: 'hand',
      enabled: () => can('reject'),
      run: decide('rejected'),
    },
    {
      id: 'hand.draft',
      text: t.nextDraft,
      menu: 'run',
      section: 'hand',
      enabled: () => isHere() && nextDraft() !== null,
      run: () => {
        const draft = nextDraft();
        if (draft) openPair(draft);
      },
    },
    {
      id: 'hand.withdraw',
      text: t.withdrawDecision,
      menu: 'run',
      section: 'hand',
      enabled: () => !editing() && shown()?.hand !== undefined,
      run: decide('withdrawn'),
    },
  ],
};
