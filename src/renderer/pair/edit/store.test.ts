import { beforeEach, describe, expect, it } from 'vitest';
import type { PairDetail } from '@/api';
import { beginEdit, draftNow, endEdit, isUnsaved, take, undoEdit, useEdit, windowsByHand } from './store';
import { placeEdge } from './windows';

const component = (letter: string) => ({
  component: letter,
  length: 1001,
  delta: 0.1,
  windows: [{ left: 200, right: 400, delta: 0.1 }],
});
const detail = {
  event: 'a',
  station: 'NZ.BFZ',
  timeOffset: 0,
  components: [component('N'), component('Z')],
} as unknown as PairDetail;

const session = () => useEdit.getState().session!;
const windowOn = (letter: string) => draftNow(session()).find((window) => window.component === letter)!;

function moveLeftEdge(letter: string, time: number): void {
  take(placeEdge(draftNow(session()), windowOn(letter).id, 'left', time, session().axis));
}

describe('an edit', () => {
  beforeEach(() => beginEdit(detail));

  it('knows what it began with after more steps than can be undone', () => {
    moveLeftEdge('N', 22);
    for (let i = 0; i < 600; i++) moveLeftEdge('Z', i % 2 === 0 ? 25 : 24);
    expect(Object.keys(windowsByHand(session(), draftNow(session())))).toEqual(['N', 'Z']);
    moveLeftEdge('Z', 20);
    expect(Object.keys(windowsByHand(session(), draftNow(session())))).toEqual(['N']);
    expect(isUnsaved(useEdit.getState())).toBe(true);
    moveLeftEdge('N', 20);
    expect(isUnsaved(useEdit.getState())).toBe(false);
  });

  it('takes what changes nothing for no step', () => {
    moveLeftEdge('N', -50);
    expect(windowOn('N').left).toBe(0);
    moveLeftEdge('N', -60);
    undoEdit();
    expect(windowOn('N').left).toBe(20);
    endEdit();
  });
});
