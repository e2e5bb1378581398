import type uPlot from 'uplot';
import { REJECTIONS } from '@/core/model';
import { fixed, signed } from '../common/format';
import { texts } from '../texts';
import type { ChartInput } from './chartOptions';

const LINE_HEIGHT = 12;
const LANE_HEIGHT = 12;

/** Runs `paint` with sizes in CSS pixels, clipped to the plotting area.
 *  @param paint gets the area's box and a function from s after the origin to x */
function inPlot(
  u: uPlot,
  paint: (c: CanvasRenderingContext2D, box: uPlot.BBox, x: (time: number) => number) => void,
): void {
  const ratio = window.devicePixelRatio;
  const { ctx, bbox } = u;
  const box = {
    left: bbox.left / ratio,
    top: bbox.top / ratio,
    width: bbox.width / ratio,
    height: bbox.height / ratio,
  };
  ctx.save();
  ctx.scale(ratio, ratio);
  ctx.beginPath();
  ctx.rect(box.left, box.top, box.width, box.height);
  ctx.clip();
  ctx.font = '10.5px system-ui, sans-serif';
  ctx.textBaseline = 'top';
  ctx.textAlign = 'left';
  paint(ctx, box, (time) => box.left + u.valToPos(time, 'x'));
  ctx.restore();
}

/** Text with a halo in the background's colour, so that traces do not swallow it. */
function write(c: CanvasRenderingContext2D, text: string, x: number, y: number, colour: string, halo: string): void {
  c.lineJoin = 'round';
  c.lineWidth = 3;
  c.strokeStyle = halo;
  c.strokeText(text, x, y);
  c.fillStyle = colour;
  c.fillText(text, x, y);
}

export function paintWindows(u: uPlot, { component, timeOffset, colours }: ChartInput): void {
  inPlot(u, (c, box, x) => {
    for (const { left, right, delta } of component.windows) {
      const [from, to] = [x(timeOffset + left * delta), x(timeOffset + right * delta)];
      c.fillStyle = colours.window;
      c.fillRect(from, box.top, to - from, box.height);
      c.fillStyle = colours.windowEdge;
      c.fillRect(from, box.top, 1, box.height);
      c.fillRect(to - 1, box.top, 1, box.height);
    }
  });
}

/** cc, dt and dlnA at the top of each window, in one line or in three, or only cc, as there is room before the next
 *  window; the tab lists them all. */
export function paintWindowLabels(u: uPlot, { component, timeOffset, colours }: ChartInput): void {
  inPlot(u, (c, box, x) => {
    const windows = [...component.windows].sort((a, b) => a.left - b.left);
    windows.forEach((window, i) => {
      const end = Math.min(window.right, windows[i + 1]?.left ?? Infinity);
      const from = x(timeOffset + window.left * window.delta);
      const room = x(timeOffset + end * window.delta) - from - 7;
      const parts = [
        `cc ${fixed(window.cc, 2)}`,
        `dt ${signed(window.shiftSeconds, 2)} s`,
        `dlnA ${signed(window.dlnA, 2)}`,
      ];
      const fits = (lines: string[]) => lines.every((line) => c.measureText(line).width <= room);
      const lines = [[parts.join('   ')], parts, parts.slice(0, 1)].find(fits) ?? [];
      lines.forEach((line, k) => write(c, line, from + 5, box.top + 3 + k * LINE_HEIGHT, colours.text, colours.halo));
    });
  });
}

/** Theoretical arrivals as ticks from below, with names where there is room. */
export function paintArrivals(u: uPlot, { arrivals, colours }: ChartInput): void {
  inPlot(u, (c, box, x) => {
    const bottom = box.top + box.height;
    let free = -Infinity;
    for (const { name, time } of arrivals) {
      const at = x(time);
      if (at < box.left || at > box.left + box.width) continue;
      if (at < free) {
        c.fillStyle = colours.arrival;
        c.fillRect(Math.round(at), bottom - 4, 1, 4);
        continue;
      }
      c.fillStyle = colours.arrival;
      c.fillRect(Math.round(at), bottom - 14, 1, 14);
      write(c, name, at + 3, bottom - 14, colours.arrival, colours.halo);
      free = at + c.measureText(name).width + 6;
    }
  });
}

/** One lane per chosen reason above the bottom, named at its left; candidates as bars that may overlap. */
export function paintRejected(u: uPlot, { component, timeOffset, layers, colours }: ChartInput): void {
  const reasons = REJECTIONS.filter((reason) => layers.rejected.includes(reason));
  inPlot(u, (c, box, x) => {
    reasons.forEach((reason, lane) => {
      const y = box.top + box.height - 18 - (reasons.length - lane) * LANE_HEIGHT;
      c.globalAlpha = 0.6;
      c.fillStyle = colours.rejected;
      for (const [left, right] of component.rejected[reason] ?? []) {
        const from = x(timeOffset + left * component.delta);
        c.fillRect(from, y + 3, Math.max(1, x(timeOffset + right * component.delta) - from), 3);
      }
      c.globalAlpha = 1;
      write(c, reason, box.left + 3, y - 1, colours.text, colours.halo);
    });
  });
}

export function paintWaterLevel(u: uPlot, { waterlevel, colours }: ChartInput): void {
  inPlot(u, (c, box) => {
    const y = box.top + u.valToPos(waterlevel, 'stalta');
    c.strokeStyle = colours.stalta;
    c.setLineDash([4, 4]);
    c.lineWidth = 1;
    c.beginPath();
    c.moveTo(box.left, y);
    c.lineTo(box.left + box.width, y);
    c.stroke();
    c.setLineDash([]);
    const text = texts.pair.waterLevel(String(waterlevel));
    write(c, text, box.left + box.width - c.measureText(text).width - 4, y - 12, colours.text, colours.halo);
  });
}
