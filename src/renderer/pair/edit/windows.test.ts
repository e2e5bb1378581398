import { describe, expect, it } from 'vitest';
import type { PairDetail } from '@/api';
import {
  addWindow,
  axisOf,
  byComponent,
  draftOf,
  edgeLimits,
  isEqual,
  isSame,
  nearestRoom,
  overlapIn,
  placeEdge,
  placeWindow,
  removeWindow,
  roomAround,
} from './windows';

const detail = {
  timeOffset: -10,
  components: [
    {
      component: 'N',
      length: 1001,
      delta: 0.1,
      windows: [
        { left: 200, right: 400, delta: 0.1 },
        { left: 500, right: 600, delta: 0.1 },
      ],
    },
    { component: 'Z', length: 1001, delta: 0.1, windows: [] },
  ],
} as unknown as PairDetail;
const axis = axisOf(detail);
const draft = draftOf(detail, 1);
const bounds = (windows: readonly { left: number; right: number }[]) => windows.map(({ left, right }) => [left, right]);

describe('windows by hand', () => {
  it('begin as they were measured, in seconds after the origin', () => {
    expect(axis).toEqual({ start: -10, end: 90, delta: 0.1 });
    expect(bounds(draft)).toEqual([
      [10, 30],
      [40, 50],
    ]);
  });

  it('are added within the trace, drawn from either side', () => {
    const add = (left: number, right: number) =>
      bounds(addWindow(draft, { id: 9, component: 'Z', left, right }, axis)!);
    expect(add(80, 60).at(-1)).toEqual([60, 80]);
    expect(add(80, 99).at(-1)).toEqual([80, 90]);
    const [left, right] = add(90, 90).at(-1)!;
    expect([left, right]).toEqual([expect.closeTo(89.6), expect.closeTo(90)]);
  });

  it('are added in the longest stretch that others leave', () => {
    const add = (left: number, right: number) => addWindow(draft, { id: 9, component: 'N', left, right }, axis);
    expect(bounds(add(0, 20)!).at(-1)).toEqual([0, expect.closeTo(9.9)]);
    expect(bounds(add(25, 85)!).at(-1)).toEqual([expect.closeTo(50.1), 85]);
    expect(bounds(add(12, 39)!).at(-1)).toEqual([expect.closeTo(30.1), 39]);
    expect(add(12, 28)).toBeNull();
    expect(add(15, 15)).toBeNull();
  });

  it('find room between their neighbours', () => {
    const room = (time: number, component = 'N') => roomAround(draft, component, time, 6, axis);
    expect(room(0)).toEqual({ left: -3, right: 3 });
    expect(room(35)).toEqual({ left: 32, right: 38 });
    expect(room(31)).toEqual({ left: expect.closeTo(30.1) as number, right: expect.closeTo(36.1) as number });
    expect(room(8)).toEqual({ left: expect.closeTo(3.9) as number, right: expect.closeTo(9.9) as number });
    expect(room(20)).toBeNull();
    expect(room(20, 'Z')).toEqual({ left: 17, right: 23 });
    expect(roomAround(draft, 'N', 35, 60, axis)).toEqual({
      left: expect.closeTo(30.1) as number,
      right: expect.closeTo(39.9) as number,
    });
  });

  it('find room nearest to a time, within what is in sight', () => {
    const nearest = (time: number, left = -10, right = 90) => nearestRoom(draft, 'N', time, { left, right }, axis);
    expect(nearest(35)).toBe(35);
    expect(nearest(18)).toBeCloseTo(9.9);
    expect(nearest(22)).toBeCloseTo(30.1);
    expect(nearest(48)).toBeCloseTo(50.1);
    expect(nearest(18, 12, 36)).toBeCloseTo(30.1);
    expect(nearest(18, 12, 28)).toBeNull();
  });

  it('have edges that stop at the window beside them', () => {
    expect(bounds(placeEdge(draft, 1, 'right', 45, axis))[0]).toEqual([10, expect.closeTo(39.9)]);
    expect(bounds(placeEdge(draft, 2, 'left', 20, axis))[1]).toEqual([expect.closeTo(30.1), 50]);
    expect(edgeLimits(draft, draft[0]!, 'left', axis)).toEqual([-10, expect.closeTo(29.6)]);
    expect(edgeLimits(draft, draft[0]!, 'right', axis)).toEqual([expect.closeTo(10.4), expect.closeTo(39.9)]);
  });

  it('have edges that stop at the trace and before the other edge', () => {
    expect(bounds(placeEdge(draft, 1, 'left', -50, axis))[0]).toEqual([-10, 30]);
    expect(bounds(placeEdge(draft, 1, 'left', 45, axis))[0]).toEqual([expect.closeTo(29.6), 30]);
    expect(bounds(placeEdge(draft, 2, 'right', 12, axis))[1]).toEqual([40, expect.closeTo(40.4)]);
    expect(isEqual(placeEdge(draft, 1, 'left', 10, axis), draft)).toBe(true);
    expect(isEqual(placeEdge(draft, 1, 'left', 10.1, axis), draft)).toBe(false);
    expect(bounds(placeEdge(draft, 2, 'right', 60.03, axis))[1]).toEqual([40, 60.03]);
  });

  it('keep their length when they are moved', () => {
    expect(bounds(placeWindow(draft, 2, 85, axis))[1]).toEqual([80, 90]);
    expect(bounds(placeWindow(draft, 1, -20, axis))[0]).toEqual([-10, 10]);
    expect(bounds(placeWindow(draft, 1, 35, axis))[0]).toEqual([expect.closeTo(19.9), expect.closeTo(39.9)]);
    expect(bounds(placeWindow(draft, 2, 0, axis))[1]).toEqual([expect.closeTo(30.1), expect.closeTo(40.1)]);
  });

  it('that overlap as they were found are told, may stay so, and can be moved apart', () => {
    const found = [...draft, { id: 9, component: 'N', left: 25, right: 45 }];
    expect(overlapIn(draft)).toBeNull();
    expect(overlapIn(found)?.map(({ id }) => id)).toEqual([1, 9]);
    expect(overlapIn([...draft, { ...draft[0]!, id: 10 }])).toBeNull();
    expect(overlapIn([...draft, { ...found[2]!, component: 'Z' }])).toBeNull();
    expect(bounds(placeEdge(found, 9, 'left', 20, axis))[2]).toEqual([25, 45]);
    const apart = placeEdge(placeEdge(found, 9, 'left', 31, axis), 9, 'right', 39, axis);
    expect(overlapIn(apart)).toBeNull();
  });

  it('go to the engine by component in order of time', () => {
    const more = addWindow(draft, { id: 9, component: 'N', left: -5, right: 5 }, axis)!;
    const told = byComponent(removeWindow(more, 2), ['N', 'Z']);
    expect(bounds(told.N!)).toEqual([
      [-5, 5],
      [10, 30],
    ]);
    expect(told.Z).toEqual([]);
  });

  it('are the same again when a change is taken back', () => {
    const there = placeEdge(draft, 1, 'left', 12, axis);
    expect(isSame(there, draft, axis)).toBe(false);
    expect(isSame(placeEdge(there, 1, 'left', 10.01, axis), draft, axis)).toBe(true);
    expect(isSame(removeWindow(draft, 1), draft, axis)).toBe(false);
  });
});
