import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { rangeOf } from '../analysis/bins';
import type { Histogram } from '../analysis/histogram';
import type { MeasureKey } from '../measures';
import { setBrush } from '../state';
import { binAt, type Size } from './paint';

interface BinControl {
  /** Bins with the keyboard's focus, from where it began to where it is. */
  active: [number, number];
  hovered: number | null;
  handlers: {
    onPointerDown(event: PointerEvent<HTMLElement>): void;
    onPointerMove(event: PointerEvent<HTMLElement>): void;
    onPointerUp(event: PointerEvent<HTMLElement>): void;
    onPointerLeave(): void;
    onKeyDown(event: KeyboardEvent): void;
  };
}

/** Selecting bins: drag over them, click one, or walk to them with the arrows. A click on what is selected, a double click
 *  and Escape take the selection back. */
export function useBins(
  key: MeasureKey,
  histogram: Histogram | null,
  size: Size,
  range: readonly [number, number] | null,
): BinControl {
  const [[anchor, here], setActive] = useState<[number, number]>([0, 0]);
  const [hovered, setHovered] = useState<number | null>(null);
  const [press, setPress] = useState<{ from: number; again: boolean } | null>(null);
  const last = (histogram?.bins.edges.length ?? 2) - 2;
  const clip = (bin: number) => Math.max(0, Math.min(last, bin));

  const select = (from: number, to: number) => {
    if (!histogram) return;
    const [min, max] = rangeOf(histogram.bins, Math.min(from, to), Math.max(from, to));
    setBrush(key, { kind: 'range', measure: key, min, max });
  };
  const binUnder = (event: PointerEvent<HTMLElement>) => {
    if (!histogram) return null;
    return binAt(histogram.bins, size, event.clientX - event.currentTarget.getBoundingClientRect().left);
  };
  const isSelected = (bin: number) => {
    if (!histogram || !range) return false;
    const [min, max] = rangeOf(histogram.bins, bin, bin);
    return range[0] === min && range[1] === max;
  };

  return {
    active: [clip(Math.min(anchor, here)), clip(Math.max(anchor, here))],
    hovered,
    handlers: {
      onPointerDown: (event) => {
        const bin = binUnder(event);
        if (bin === null || event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setPress({ from: bin, again: isSelected(bin) });
        setActive([bin, bin]);
        select(bin, bin);
      },
      onPointerMove: (event) => {
        const bin = binUnder(event);
        setHovered(bin);
        if (!press || bin === null || bin === here) return;
        setActive([press.from, bin]);
        setPress({ ...press, again: false });
        select(press.from, bin);
      },
      onPointerUp: () => {
        if (press?.again) setBrush(key, null);
        setPress(null);
      },
      onPointerLeave: () => setHovered(null),
      onKeyDown: (event) => {
        const steps: Record<string, number> = {
          ArrowRight: here + 1,
          ArrowLeft: here - 1,
          PageDown: here + 10,
          PageUp: here - 10,
          Home: 0,
          End: last,
        };
        const to = steps[event.key];
        if (to !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
          const bin = clip(to);
          setActive(event.shiftKey ? [anchor, bin] : [bin, bin]);
          if (event.shiftKey) select(anchor, bin);
        } else if (event.key === 'Enter' || event.key === ' ') select(anchor, here);
        else if (event.key === 'Escape' && range) setBrush(key, null);
        else return;
        event.preventDefault();
        event.stopPropagation();
      },
    },
  };
}
