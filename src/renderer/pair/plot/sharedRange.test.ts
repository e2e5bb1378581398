import { describe, expect, it, vi } from 'vitest';
import type uPlot from 'uplot';
import { SharedRange } from './sharedRange';

function range() {
  const onChange = vi.fn();
  const shared = new SharedRange(onChange);
  const setScale = vi.fn();
  shared.add({ setScale } as unknown as uPlot);
  shared.setFull(-20, 280);
  return { shared, onChange, setScale, now: () => [shared.min, shared.max] };
}

describe('the shared time range', () => {
  it('zooms about a time and tells every chart', () => {
    const { shared, setScale, onChange, now } = range();
    shared.zoom(130, 0.5);
    expect(now()).toEqual([55, 205]);
    expect(setScale).toHaveBeenLastCalledWith('x', { min: 55, max: 205 });
    expect(onChange).toHaveBeenLastCalledWith(true);
    shared.reset();
    expect(onChange).toHaveBeenLastCalledWith(false);
  });

  it('stops at the ends of the trace', () => {
    const { shared, now } = range();
    shared.set(0, 100);
    shared.pan(-1);
    expect(now()).toEqual([-20, 80]);
    shared.zoom(0, 10);
    expect(now()).toEqual([-20, 280]);
  });

  it('does not zoom into nothing', () => {
    const { shared, now } = range();
    shared.set(10, 10.01);
    expect(now()).toEqual([-20, 280]);
  });

  it('keeps the zoom when the next pair overlaps, and gives it up when not', () => {
    const { shared, now } = range();
    shared.set(100, 200);
    shared.setFull(-10, 290);
    expect(now()).toEqual([100, 200]);
    shared.setFull(0, 90);
    expect(now()).toEqual([0, 90]);
  });
});
