import { pairId, type PairKey, type Verdict } from '@/core/model';
import { notifyDone } from '../../app/notices';
import { texts } from '../../texts';
import { useDrafts } from './drafts';
import { Shelf } from './shelf';
import { useEdit } from './store';

const shelf = new Shelf<string>('atoa-notes');

function keyOf(pair: PairKey, verdict: Verdict): string {
  return `${pairId(pair)} ${verdict}`;
}

/** Why somebody decides so on a pair, as far as it is written down: it stays until the decision is kept. */
export function noteOf(pair: PairKey, verdict: Verdict): string {
  return shelf.get(keyOf(pair, verdict)) ?? '';
}

const useNotes = shelf.store;

export function useNote(pair: PairKey, verdict: Verdict): string {
  return useNotes(({ items }) => items[keyOf(pair, verdict)] ?? '');
}

export function setNote(pair: PairKey, verdict: Verdict, note: string): void {
  if (note === '') shelf.drop(keyOf(pair, verdict));
  else shelf.put(keyOf(pair, verdict), note);
}

/** Forgets a note that went with its decision, unless it was written on meanwhile. */
export function forgetNote(pair: PairKey, verdict: Verdict, note: string): void {
  if (noteOf(pair, verdict) === note) shelf.drop(keyOf(pair, verdict));
}

/** Says where a note is that nobody sees any more. */
function tellOf({ event, station }: PairKey, verdict: Verdict): void {
  if (noteOf({ event, station }, verdict).trim() === '') return;
  notifyDone(texts.hand.noteKept[verdict](`${event} ${station}`));
}

useEdit.subscribe(({ form, session, deciding }, last) => {
  if (last.form && last.form !== form && !deciding.includes(last.form)) tellOf(last.form.pair, last.form.verdict);
  const left = last.session?.detail;
  // Of a draft it is told elsewhere.
  const isDraft = left && Object.hasOwn(useDrafts.getState().items, pairId(left));
  if (left && left !== session?.detail && !isDraft) tellOf(left, 'edited');
});
