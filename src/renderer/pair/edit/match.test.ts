import { expect, it } from 'vitest';
import type { ComponentDetail, DrawnWindow, PairDetail } from '@/api';
import { draftMarks, measuredComponents } from './marks';
import { matchWindows } from './match';
import { beginEdit, change, draftNow, isUnsaved, redoEdit, take, undoEdit, useEdit, windowsByHand } from './store';
import { addWindow, placeEdge, removeWindow } from './windows';

const window = (left: number, right: number, cc = 0.9) => ({ left, right, delta: 0.5, cc }) as DrawnWindow;
const component = (letter: string, windows: DrawnWindow[], more: Partial<ComponentDetail> = {}) =>
  ({ component: letter, length: 401, delta: 0.5, windows, misfit: windows.length, ...more }) as ComponentDetail;
const detail = (...components: ComponentDetail[]) =>
  ({
    ...{ event: 'a', station: 'NZ.X', timeOffset: -20, components },
    ...{ bands: [{ minPeriod: 10, maxPeriod: 60 }], band: 0 },
  }) as PairDetail;
const session = () => useEdit.getState().session!;

it('finds the measured window of each drawn one, two alike too', () => {
  const draft = [
    { id: 1, component: 'Z', left: 30.1, right: 79.9 },
    { id: 2, component: 'Z', left: 30.1, right: 79.9 },
    { id: 3, component: 'Z', left: 10, right: 20 },
    { id: 4, component: 'N', left: 30, right: 80 },
  ];
  const found = matchWindows(draft, detail(component('Z', [window(60, 80), window(100, 200), window(100, 200)])));
  expect([...found.keys()].sort()).toEqual([1, 2, 3]);
  expect(found.get(3)!.left).toBe(60);
});

it('tells what was touched by hand, and sends no other component', () => {
  const z = component('Z', [window(100, 200, 0.7)]);
  const n = component('N', [window(40, 80)]);
  const e = component('E', [window(40, 80)], { byHand: true });
  beginEdit(detail(z, n, e));
  const [first] = draftNow(session());
  expect(isUnsaved(useEdit.getState())).toBe(false);
  expect(draftMarks(session(), z)).toMatchObject([
    { left: 30, measured: { cc: 0.7 }, isByHand: false, isStale: false },
  ]);
  expect(draftMarks(session(), e)).toMatchObject([{ isByHand: true }]);

  take(placeEdge(draftNow(session()), first!.id, 'left', 33, session().axis));
  expect(isUnsaved(useEdit.getState())).toBe(true);
  expect(draftMarks(session(), z)).toMatchObject([{ left: 33, measured: { cc: 0.7 }, isByHand: true, isStale: true }]);
  expect(windowsByHand(session(), draftNow(session()))).toEqual({
    Z: [{ left: 33, right: 80 }],
    E: [{ left: 0, right: 20 }],
  });

  const answer = detail(component('Z', [window(106, 200, 0.8)], { misfit: 0.3 }), n, e);
  const draft = draftNow(session());
  change({ measured: { draft, detail: answer, windows: matchWindows(draft, answer) } });
  expect(draftMarks(session(), z)).toMatchObject([{ measured: { cc: 0.8 }, isStale: false }]);
  expect(measuredComponents(answer, [z, n])).toMatchObject([{ component: 'Z', misfit: 0.3 }, { misfit: 1 }]);

  undoEdit();
  expect(isUnsaved(useEdit.getState())).toBe(false);
  redoEdit();
  take(removeWindow(draftNow(session()), first!.id));
  expect(windowsByHand(session(), draftNow(session())).Z).toEqual([]);
  take(addWindow(draftNow(session()), { id: 99, component: 'N', left: 50, right: 60 }, session().axis)!);
  expect(draftMarks(session(), n).map(({ isByHand }) => isByHand)).toEqual([false, true]);
});
