import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import { frameOf, MARGIN } from './frame';
import { panView, zoomView, type SectionView } from './view';

const WHEEL_SPEED = 0.0016;
/** A press that moves less, px, is a click. */
const SLACK = 4;
const STEP = 1.4;

interface ViewControl {
  view: SectionView;
  reset(): void;
  zoom(factor: number): void;
  onPointerDown(event: PointerEvent<HTMLElement>): void;
  onPointerMove(event: PointerEvent<HTMLElement>): void;
  /** @returns whether it was a click */
  onPointerUp(): boolean;
  /** @returns whether the key was taken */
  onKey(event: KeyboardEvent): boolean;
}

/** What is in sight of a record section: all of it, until somebody zooms or moves. The wheel zooms time, with Shift the
 *  distance; dragging moves. */
export function useSectionView(
  holder: RefObject<HTMLElement | null>,
  whole: SectionView,
  size: { width: number; height: number },
): ViewControl {
  const [moved, setMoved] = useState<{ of: SectionView; view: SectionView } | null>(null);
  const press = useRef<{ x: number; y: number; moved: number } | null>(null);
  const view = moved?.of === whole ? moved.view : whole;
  const { width, height } = frameOf(view, size);
  const move = (change: (view: SectionView) => SectionView) =>
    setMoved((current) => ({ of: whole, view: change(current?.of === whole ? current.view : whole) }));

  const onWheel = (event: WheelEvent) => {
    event.preventDefault();
    const { left, top } = holder.current!.getBoundingClientRect();
    const factor = Math.exp(-(event.deltaY || event.deltaX) * WHEEL_SPEED);
    const x = (event.clientX - left - MARGIN.left) / width;
    const y = 1 - (event.clientY - top - MARGIN.top) / height;
    move((current) =>
      zoomView(current, event.shiftKey ? { time: 1, height: factor } : { time: factor, height: 1 }, x, y),
    );
  };
  const latest = useRef(onWheel);
  useEffect(() => {
    latest.current = onWheel;
  });
  useEffect(() => {
    const element = holder.current;
    const listener = (event: WheelEvent) => latest.current(event);
    element?.addEventListener('wheel', listener, { passive: false });
    return () => element?.removeEventListener('wheel', listener);
  }, [holder]);

  const keys: Record<string, () => void> = {
    ArrowLeft: () => move((current) => panView(current, -0.1, 0)),
    ArrowRight: () => move((current) => panView(current, 0.1, 0)),
    '+': () => move((current) => zoomView(current, { time: STEP, height: 1 }, 0.5, 0.5)),
    '-': () => move((current) => zoomView(current, { time: 1 / STEP, height: 1 }, 0.5, 0.5)),
    '0': () => setMoved(null),
  };
  return {
    view,
    reset: () => setMoved(null),
    zoom: (factor) => move((current) => zoomView(current, { time: factor, height: factor }, 0.5, 0.5)),
    onPointerDown: (event) => {
      if (event.button === 0) press.current = { x: event.clientX, y: event.clientY, moved: 0 };
    },
    onPointerMove: (event) => {
      const from = press.current;
      if (!from) return;
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      const far = from.moved + Math.hypot(dx, dy);
      if (far < SLACK) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      press.current = { x: event.clientX, y: event.clientY, moved: far };
      move((current) => panView(current, -dx / width, dy / height));
    },
    onPointerUp: () => {
      const isClick = press.current !== null && press.current.moved < SLACK;
      press.current = null;
      return isClick;
    },
    onKey: (event) => {
      const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
      action?.();
      return action !== undefined;
    },
  };
}
