import { beforeEach, describe, expect, it } from 'vitest';
import type { PairDetail } from '@/api';
import {
  awaitEdit,
  beginEdit,
  draftNow,
  endEdit,
  isUnsaved,
  leaveOthers,
  setForm,
  take,
  undoEdit,
  useEdit,
  windowsByHand,
} from './store';
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
  bands: [{ minPeriod: 10, maxPeriod: 60 }],
  band: 0,
} as unknown as PairDetail;

const session = () => useEdit.getState().session!;
const windowOn = (letter: string) => draftNow(session()).find((window) => window.component === letter)!;

function moveLeftEdge(letter: string, time: number): void {
  take(placeEdge(draftNow(session()), windowOn(letter).id, 'left', time, session().axis));
}

describe('an edit', () => {
  beforeEach(() => beginEdit(detail));

  it('tells windows of the period band it is in, and those by hand in others beside them', () => {
    const bands = [10, 20, 40].map((minPeriod) => ({ minPeriod, maxPeriod: 60 }));
    const other = { left: 300, right: 500, cc: 0.9 };
    const combined = [
      { component: 'N', misfit: 1, adjoint: null, byHand: [0], windows: [{ ...other, band: 0 }] },
      { component: 'Z', misfit: 1, adjoint: null, byHand: [2], windows: [0, 1].map((band) => ({ ...other, band })) },
    ];
    beginEdit({ ...detail, bands, band: 1, combined });
    moveLeftEdge('Z', 25);
    expect(windowsByHand(session(), draftNow(session()))).toEqual({
      'N@10-60': [{ left: 30, right: 50 }],
      'Z@20-60': [{ left: 25, right: 40 }],
      'Z@40-60': [],
    });
  });

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

describe('what is begun on a pair', () => {
  const pair = { event: 'a', station: 'NZ.BFZ' };
  const other = { event: 'a', station: 'NZ.KNZ' };
  const begun = () => {
    const { form, awaited } = useEdit.getState();
    return { form, awaited };
  };
  const nothing = { form: null, awaited: null };

  it.each([
    ['another pair', other],
    ['no pair', null],
  ])('is given up for %s', (_, to) => {
    setForm({ pair, verdict: 'rejected' });
    leaveOthers(to);
    expect(begun()).toEqual(nothing);
    awaitEdit(pair);
    leaveOthers(to);
    expect(begun()).toEqual(nothing);
  });

  it('goes on for its own pair', () => {
    setForm({ pair, verdict: 'rejected' });
    leaveOthers({ ...pair });
    expect(begun()).toEqual({ form: { pair, verdict: 'rejected' }, awaited: null });
    awaitEdit(pair);
    leaveOthers({ ...pair });
    expect(begun()).toEqual({ ...nothing, awaited: pair });
  });

  it('is one thing at a time', () => {
    awaitEdit(pair);
    setForm({ pair, verdict: 'accepted' });
    expect(begun()).toMatchObject({ awaited: null });
    awaitEdit(pair);
    expect(begun()).toMatchObject({ form: null });
    beginEdit(detail);
    expect(begun()).toEqual(nothing);
  });
});
