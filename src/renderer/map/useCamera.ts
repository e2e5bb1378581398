import { useEffect, useMemo, useRef, useState, type PointerEvent, type RefObject } from 'react';
import { fitCamera, pan, zoom, type Camera, type GeoPoint, type Size } from './camera';

const WHEEL_SPEED = 0.0018;
const REST_MILLISECONDS = 140;
/** A press that moves less than this, in pixels, is a click. */
const CLICK_SLACK = 4;

interface CameraControl {
  camera: Camera;
  /** The map is being dragged or zoomed just now. */
  moving: boolean;
  zoomBy(factor: number): void;
  fit(): void;
  /** Shows these points, as large as fits. */
  fitTo(points: GeoPoint[]): void;
  /** Moves the map so that a place is in its middle. */
  centreOn(point: GeoPoint): void;
  /** Moves the map by pixels. */
  panBy(dx: number, dy: number): void;
  onPointerDown(event: PointerEvent): void;
  onPointerMove(event: PointerEvent): void;
  /** @returns whether the press was a click rather than a drag */
  onPointerUp(event: PointerEvent): boolean;
}

/** The map's camera: fits the data until somebody moves it, then is theirs. */
export function useCamera(holder: RefObject<HTMLElement | null>, points: GeoPoint[], size: Size): CameraControl {
  const [moved, setMoved] = useState<Camera | null>(null);
  const [moving, setMoving] = useState(false);
  const press = useRef<{ x: number; y: number; travelled: number } | null>(null);
  const rest = useRef(0);
  const fitted = useMemo(() => fitCamera(points, size), [points, size]);
  const camera = moved ?? fitted;

  const move = (change: (camera: Camera) => Camera) => {
    setMoved((current) => change(current ?? fitted));
    setMoving(true);
    window.clearTimeout(rest.current);
    rest.current = window.setTimeout(() => setMoving(false), REST_MILLISECONDS);
  };
  const onWheel = (event: WheelEvent) => {
    event.preventDefault();
    const { left, top } = holder.current!.getBoundingClientRect();
    const factor = Math.exp(-event.deltaY * WHEEL_SPEED);
    move((current) => zoom(current, size, factor, event.clientX - left, event.clientY - top));
  };
  const latestWheel = useRef(onWheel);
  useEffect(() => {
    latestWheel.current = onWheel;
  });
  useEffect(() => {
    const element = holder.current;
    // React listens passively to wheels, and then the page could not keep it from scrolling.
    const listener = (event: WheelEvent) => latestWheel.current(event);
    element?.addEventListener('wheel', listener, { passive: false });
    return () => element?.removeEventListener('wheel', listener);
  }, [holder]);

  return {
    camera,
    moving,
    zoomBy: (factor) => move((current) => zoom(current, size, factor, size.width / 2, size.height / 2)),
    fit: () => setMoved(null),
    fitTo: (some) => some.length > 0 && setMoved(fitCamera(some, size)),
    centreOn: (point) => move((current) => ({ ...current, ...point })),
    panBy: (dx, dy) => move((current) => pan(current, size, dx, dy)),
    onPointerDown: (event) => {
      if (event.button > 1) return;
      press.current = { x: event.clientX, y: event.clientY, travelled: 0 };
    },
    onPointerMove: (event) => {
      const from = press.current;
      if (!from) return;
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      const travelled = from.travelled + Math.hypot(dx, dy);
      if (travelled < CLICK_SLACK) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      press.current = { x: event.clientX, y: event.clientY, travelled };
      move((current) => pan(current, size, dx, dy));
    },
    onPointerUp: () => {
      const click = press.current !== null && press.current.travelled < CLICK_SLACK;
      press.current = null;
      return click;
    },
  };
}
