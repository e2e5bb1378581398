import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PairDetail } from '@/api';
import { chooseBand, useBand } from '../band/store';

vi.stubGlobal('window', { ...globalThis, addEventListener: () => undefined, setTimeout, clearTimeout });
const { resumeDraft, stashEdit, turnToDraft, useDrafts } = await import('./drafts');
const { beginEdit, draftNow, take, useEdit } = await import('./store');
const { placeEdge } = await import('./windows');

const BANDS = [
  { minPeriod: 10, maxPeriod: 30 },
  { minPeriod: 20, maxPeriod: 60 },
];

function seen(band: number, bands = BANDS, station = 'NZ.BFZ'): PairDetail {
  const windows = [{ left: 200, right: 400, delta: 0.1 }];
  const components = [{ component: 'Z', length: 1001, delta: 0.1, windows }];
  return { event: 'a', station, timeOffset: 0, error: null, components, bands, band } as unknown as PairDetail;
}

/** Leaves a pair with a window that was moved in a band and not saved. */
function leave(detail: PairDetail): void {
  beginEdit(detail);
  const { axis } = useEdit.getState().session!;
  const draft = draftNow(useEdit.getState().session!);
  take(placeEdge(draft, draft[0]!.id, 'left', 25, axis));
  stashEdit();
}

afterAll(() => vi.unstubAllGlobals());

describe('windows that are not saved, of one of several period bands', () => {
  beforeEach(() => {
    useDrafts.setState({ items: {} });
    chooseBand(0);
  });

  it('are turned to when their pair is seen in another band', () => {
    leave(seen(1));
    expect(resumeDraft(seen(0))).toBe(false);
    expect([turnToDraft(seen(0)), useBand.getState().band]).toEqual([true, 1]);
    expect(turnToDraft(seen(1))).toBe(false);
    expect(resumeDraft(seen(1))).toBe(true);
    expect(draftNow(useEdit.getState().session!)).toMatchObject([{ component: 'Z', left: 25, right: 40 }]);
    stashEdit();
  });

  it('leave other pairs, and bands that are not measured any more, alone', () => {
    leave(seen(1));
    expect(turnToDraft(seen(0, BANDS, 'NZ.KNZ'))).toBe(false);
    expect(turnToDraft(seen(0, [BANDS[0]!, { minPeriod: 30, maxPeriod: 70 }]))).toBe(false);
    expect(useBand.getState().band).toBe(0);
  });

  it('know no band where there is one', () => {
    leave(seen(0, [BANDS[0]!]));
    expect(Object.values(useDrafts.getState().items)).toEqual([
      expect.not.objectContaining({ band: expect.anything() }),
    ]);
    expect(turnToDraft(seen(0, [BANDS[0]!]))).toBe(false);
  });
});
