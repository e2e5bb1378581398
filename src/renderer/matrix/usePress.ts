import { useRef, type PointerEvent } from 'react';

/** A press that moves less than this, in pixels, is a click. */
const CLICK_SLACK = 4;

interface Press {
  onPointerDown(event: PointerEvent): void;
  /** @returns whether the pointer drags */
  onPointerMove(event: PointerEvent): boolean;
  /** @returns whether the press was a click rather than a drag */
  onPointerUp(event: PointerEvent): boolean;
}

/** Tells clicks from drags. */
export function usePress(onDrag: (dx: number, dy: number) => void): Press {
  const press = useRef<{ x: number; y: number; travelled: number } | null>(null);
  return {
    onPointerDown(event) {
      // Presses on the scroll bars have their own meaning.
      const box = event.currentTarget.getBoundingClientRect();
      const { clientWidth, clientHeight } = event.currentTarget;
      const inside = event.clientX - box.left < clientWidth && event.clientY - box.top < clientHeight;
      if (event.button === 0 && inside) press.current = { x: event.clientX, y: event.clientY, travelled: 0 };
    },
    onPointerMove(event) {
      const from = press.current;
      if (!from) return false;
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      const travelled = from.travelled + Math.hypot(dx, dy);
      if (travelled < CLICK_SLACK) return false;
      event.currentTarget.setPointerCapture(event.pointerId);
      press.current = { x: event.clientX, y: event.clientY, travelled };
      onDrag(dx, dy);
      return true;
    },
    onPointerUp() {
      const click = press.current !== null && press.current.travelled < CLICK_SLACK;
      press.current = null;
      return click;
    },
  };
}
