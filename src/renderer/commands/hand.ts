import { discardEdit, removeWindowNow, saveEdit } from '../pair/edit/actions';
import { addHere } from '../pair/edit/pointer';
import { cancelAwaited, refusalNow, wantDecision, wantEdit } from '../pair/edit/steps';
import { isUnsaved, useEdit } from '../pair/edit/store';
import { useDrafts } from '../pair/edit/drafts';
import { openPair, usePair } from '../pair/store';
import { pairId, type PairKey, type Verdict } from '@/core/model';
import { texts } from '../texts';
import { isIn } from './conditions';
import type { CommandGroup } from './types';

const t = texts.commands;
const { refusals } = texts.hand;

const [inRun, inResults] = [isIn('run'), isIn('results')];
const isHere = () => inRun() || inResults();
const editing = () => isHere() && useEdit.getState().session !== null;
/** Where windows can be seen. */
const isSeen = () => isHere() && usePair.getState().open !== null && usePair.getState().tab === 'waveforms';
const notEdited = () => (editing() ? null : (refusalNow('edit') ?? refusals.isNotEdited));

const decide = (verdict: Verdict) => () => wantDecision(usePair.getState().open, verdict);

/** The first pair but the open one that has unsaved windows. */
function nextDraft(): PairKey | null {
  const { open } = usePair.getState();
  const drafts = Object.values(useDrafts.getState().items);
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
      enabled: isHere,
      refusal: () => refusalNow('edit'),
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
      enabled: isSeen,
      refusal: notEdited,
      run: addHere,
    },
    {
      id: 'hand.remove',
      text: t.removeWindow,
      keys: ['Delete', 'Backspace'],
      once: true,
      menu: 'run',
      section: 'hand',
      enabled: isSeen,
      refusal: () => notEdited() ?? (useEdit.getState().session!.selected === null ? refusals.noneSelected : null),
      run: removeWindowNow,
    },
    {
      id: 'hand.save',
      text: t.saveWindows,
      keys: ['mod+S'],
      once: true,
      menu: 'run',
      section: 'hand',
      enabled: isHere,
      refusal: () => (isUnsaved(useEdit.getState()) ? null : refusals.isUnchanged),
      run: saveEdit,
    },
    {
      id: 'hand.accept',
      text: t.acceptPair,
      keys: ['A'],
      once: true,
      menu: 'run',
      section: 'hand',
      enabled: isHere,
      refusal: () => refusalNow('accept'),
      run: decide('accepted'),
    },
    {
      id: 'hand.reject',
      text: t.rejectPair,
      keys: ['R'],
      once: true,
      menu: 'run',
      section: 'hand',
      enabled: isHere,
      refusal: () => refusalNow('reject'),
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
      keys: ['W'],
      once: true,
      menu: 'run',
      section: 'hand',
      enabled: isHere,
      refusal: () => refusalNow('withdraw'),
      run: decide('withdrawn'),
    },
  ],
};
