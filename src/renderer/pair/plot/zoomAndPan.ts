import type uPlot from 'uplot';
import type { SharedRange } from './sharedRange';

const WHEEL_SPEED = 0.0016;

/** Wheel to zoom at the pointer, sideways wheel and Shift-drag to pan. */
export function zoomAndPan(range: SharedRange): uPlot.Plugin {
  const onWheel = (u: uPlot, event: WheelEvent) => {
    event.preventDefault();
    const width = u.over.clientWidth;
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) range.pan(event.deltaX / width);
    // The event may be a handle's that lies over the plot.
    else
      range.zoom(
        u.posToVal(event.clientX - u.over.getBoundingClientRect().left, 'x'),
        Math.exp(event.deltaY * WHEEL_SPEED),
      );
  };

  const onMouseDown = (u: uPlot, event: MouseEvent) => {
    if (!event.shiftKey || event.button !== 0) return;
    // uPlot would begin to select a range.
    event.stopImmediatePropagation();
    event.preventDefault();
    let last = event.clientX;
    const onMove = (move: MouseEvent) => {
      range.pan((last - move.clientX) / u.over.clientWidth);
      last = move.clientX;
    };
    const onUp = () => {
      window.removeEventListener('mousemove', onMove);
      window.removeEventListener('mouseup', onUp);
    };
    window.addEventListener('mousemove', onMove);
    window.addEventListener('mouseup', onUp);
  };

  return {
    hooks: {
      ready: (u: uPlot) => {
        u.over.addEventListener('wheel', (event) => onWheel(u, event), { passive: false });
        u.over.addEventListener('mousedown', (event) => onMouseDown(u, event), { capture: true });
      },
    },
  };
}
