import type uPlot from 'uplot';
import { REJECTIONS } from '@/core/model';
import { fixed, signed } from '../common/format';
import { texts } from '../texts';
import type { ChartInput } from './chartOptions';

/** Height of the band above a plot that labels of windows stand in, px. */
export const LABEL_BAND = 13;
const LANE_HEIGHT = 12;

/** Runs `paint` with sizes in CSS pixels, clipped to the plotting area.
 *  @param paint gets the area's box and a function from s after the origin to x
 *  @param above height of a band above the area that may be painted too */
function inPlot(
  u: uPlot,
  paint: (c: CanvasRenderingContext2D, box: uPlot.BBox, x: (time: number) => number) => void,
  above = 0,
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
  ctx.rect(box.left, box.top - above, box.width, box.height + above);
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

/** cc, dt and dlnA in the band above each window, or as many of them as there is room before the next window; the tab
 *  lists them all. */
export function paintWindowLabels(u: uPlot, { component, timeOffset, colours }: ChartInput): void {
  const paint = (c: CanvasRenderingContext2D, box: uPlot.BBox, x: (time: number) => number) => {
    const windows = [...component.windows].sort((a, b) => a.left - b.left);
    c.fillStyle = colours.text;
    windows.forEach((window, i) => {
      // A window that begins left of what is in sight has its label at the edge, as long as it is in sight itself.
      const from = Math.max(box.left, x(timeOffset + window.left * window.delta));
      const next = windows[i + 1];
      const room = (next ? x(timeOffset + next.left * next.delta) : box.left + box.width) - from - 6;
      if (x(timeOffset + window.right * window.delta) < box.left) return;
      const parts = [
        `cc ${fixed(window.cc, 2)}`,
        `dt ${signed(window.shiftSeconds, 2)} s`,
        `dlnA ${signed(window.dlnA, 2)}`,
      ];
      const texts = [3, 2, 1].map((count) => parts.slice(0, count).join('  '));
      const text = texts.find((each) => c.measureText(each).width <= room);
      if (text !== undefined) c.fillText(text, from + 1, box.top - LABEL_BAND + 1);
    });
  };
  inPlot(u, paint, LABEL_BAND);
}

/** Theoretical arrivals as ticks from below; the first of a name has it written where there is room. */
export function paintArrivals(u: uPlot, { arrivals, colours }: ChartInput): void {
  inPlot(u, (c, box, x) => {
    const bottom = box.top + box.height;
    let free = -Infinity;
    const named = new Set<string>();
    for (const { name, time } of arrivals) {
      const at = x(time);
      const first = !named.has(name);
      named.add(name);
      if (at < box.left || at > box.left + box.width) continue;
      if (at < free || !first) {
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
