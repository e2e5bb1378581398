import type uPlot from 'uplot';
import { REJECTIONS } from '@/core/model';
import { fixed, short, signed } from '../../common/format';
import { texts } from '../../texts';
import type { WindowMark } from './marks';
import type { PlotInput } from './plotInput';

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

/** Diagonal strokes by colour, for windows made by hand. */
const hatches = new Map<string, CanvasPattern>();

function hatch(c: CanvasRenderingContext2D, colour: string): CanvasPattern {
  const known = hatches.get(colour);
  if (known) return known;
  const tile = Object.assign(document.createElement('canvas'), { width: 8, height: 8 });
  const t = tile.getContext('2d')!;
  t.strokeStyle = colour;
  t.lineWidth = 1;
  t.beginPath();
  for (const shift of [-8, 0, 8]) {
    t.moveTo(shift, 8);
    t.lineTo(shift + 8, 0);
  }
  t.stroke();
  const pattern = c.createPattern(tile, 'repeat')!;
  hatches.set(colour, pattern);
  return pattern;
}

/** Windows as bands; hatched where they were made by hand, dashed outlines where another evaluation has them. */
export function paintWindows(u: uPlot, { marks, other, colours }: PlotInput): void {
  inPlot(u, (c, box, x) => {
    for (const { left, right, isByHand, isSelected } of marks) {
      const [from, to] = [x(left), x(right)];
      c.fillStyle = colours.window;
      c.fillRect(from, box.top, to - from, box.height);
      if (isSelected) c.fillRect(from, box.top, to - from, box.height);
      if (isByHand) {
        c.globalAlpha = 0.4;
        c.fillStyle = hatch(c, colours.windowEdge);
        c.fillRect(from, box.top, to - from, box.height);
        c.globalAlpha = 1;
      }
      const edge = isSelected ? 2 : 1;
      c.fillStyle = colours.windowEdge;
      c.fillRect(from, box.top, edge, box.height);
      c.fillRect(to - edge, box.top, edge, box.height);
    }
    c.strokeStyle = colours.other;
    c.lineWidth = 1;
    c.setLineDash([3, 3]);
    for (const { left, right } of other?.marks ?? []) {
      c.strokeRect(Math.round(x(left)) + 0.5, box.top + 2.5, x(right) - x(left), box.height - 5);
    }
    c.setLineDash([]);
  });
}

/** Windows of an earlier decision by hand: brackets that leave what is under them in sight. */
export function paintPreview(u: uPlot, { preview, colours }: PlotInput): void {
  if (preview.length === 0) return;
  inPlot(u, (c, box, x) => {
    c.strokeStyle = colours.preview;
    c.lineWidth = 2;
    c.setLineDash([8, 3]);
    for (const { left, right } of preview) {
      c.strokeRect(x(left), box.top + 5, x(right) - x(left), box.height - 10);
    }
    c.setLineDash([]);
  });
}

function labelParts({ measured }: WindowMark): string[] {
  if (measured === null) return ['…'];
  const { cc, shiftSeconds, dlnA, misfit } = measured;
  const parts = [`cc ${fixed(cc, 2)}`, `dt ${signed(shiftSeconds, 2)} s`, `dlnA ${signed(dlnA, 2)}`];
  if (misfit !== null) parts.push(`${texts.pair.misfit} ${short(misfit)}`);
  return parts.map((_, i) => parts.slice(0, parts.length - i).join('  '));
}

/** cc, dt, dlnA and misfit in the band above each window, or as many of them as there is room before the next window;
 *  the tab lists them all. */
export function paintWindowLabels(u: uPlot, { marks, colours }: PlotInput): void {
  const paint = (c: CanvasRenderingContext2D, box: uPlot.BBox, x: (time: number) => number) => {
    const sorted = [...marks].sort((a, b) => a.left - b.left);
    c.fillStyle = colours.text;
    sorted.forEach((mark, i) => {
      // A window that begins left of what is in sight has its label at the edge, as long as it is in sight itself.
      const from = Math.max(box.left, x(mark.left));
      const next = sorted[i + 1];
      const room = (next ? x(next.left) : box.left + box.width) - from - 6;
      if (x(mark.right) < box.left) return;
      const text = labelParts(mark).find((each) => c.measureText(each).width <= room);
      c.globalAlpha = mark.isStale ? 0.55 : 1;
      if (text !== undefined) c.fillText(text, from + 1, box.top - LABEL_BAND + 1);
    });
    c.globalAlpha = 1;
  };
  inPlot(u, paint, LABEL_BAND);
}

/** Theoretical arrivals as ticks from below; the first of a name has it written where there is room. */
export function paintArrivals(u: uPlot, { arrivals, colours }: PlotInput): void {
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
export function paintRejected(u: uPlot, { component, timeOffset, layers, colours }: PlotInput): void {
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

export function paintWaterLevel(u: uPlot, { waterlevel, colours }: PlotInput): void {
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
