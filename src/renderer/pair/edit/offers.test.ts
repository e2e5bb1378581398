import { describe, expect, it } from 'vitest';
import type { PairDetail } from '@/api';
import type { Stage, Verdict } from '@/core/model';
import { refusalOf, type HandAct } from './offers';

const ACTS: HandAct[] = ['edit', 'accept', 'reject', 'withdraw'];
const offered = (detail: object) =>
  ACTS.filter((act) => refusalOf({ error: null, components: [{}], ...detail } as PairDetail, act) === null);
const decided = (verdict: Verdict) => ({ hand: { verdict } });
const failed = (stage: Stage) => ({ error: { stage } });

describe('by hand is offered', () => {
  it.each([
    ['a measured pair', {}, ['edit', 'accept', 'reject']],
    ['an accepted one', decided('accepted'), ['edit', 'reject', 'withdraw']],
    ['a rejected one', decided('rejected'), ['edit', 'accept', 'withdraw']],
    ['one with windows by hand', decided('edited'), ['edit', 'accept', 'reject', 'withdraw']],
    ['one that failed where windows are set', failed('measure'), ['edit', 'reject']],
    ['one that failed before', failed('preprocess'), []],
    ['one that failed before, and was decided on', { ...failed('gather'), ...decided('rejected') }, ['withdraw']],
    ['one without waveforms', { components: [] }, []],
  ])('on %s', (_, detail, acts) => expect(offered(detail)).toEqual(acts));

  it('for the rest, the reason is told', () => {
    const detail = { ...failed('gather'), components: [] } as unknown as PairDetail;
    expect(refusalOf(detail, 'reject')).toBe(
      'The pair failed in gather: it is left out already, without windows or adjoint source',
    );
  });
});
