import type uPlot from 'uplot';
import { fixed, short, signed } from '../../common/format';
import { texts } from '../../texts';
import { inPlot } from './inPlot';
import { placeLabels } from './labels';
import type { WindowMark } from './marks';
import type { PlotInput } from './plotInput';

/** Height of the band above a plot that labels of windows stand in, px. */
export const LABEL_BAND = 13;

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

/** cc, dt, dlnA and misfit in the band above each window, or as many of them as there is room for; the window that is
 *  worked on has all of them. The tab lists them too. */
export function paintWindowLabels(u: uPlot, { marks, colours }: PlotInput): void {
  const paint = (c: CanvasRenderingContext2D, box: uPlot.BBox, x: (time: number) => number) => {
    const wanted = marks.map((mark) => ({
      mark,
      left: x(mark.left),
      right: x(mark.right),
      words: labelParts(mark),
      first: mark.isSelected,
    }));
    const sight = { left: box.left, right: box.left + box.width };
    for (const { label, x, text } of placeLabels(wanted, sight, (words) => c.measureText(words).width)) {
      c.fillStyle = colours.text;
      c.globalAlpha = label.mark.isStale ? 0.55 : 1;
      c.fillText(text, x, box.top - LABEL_BAND + 1);
    }
    c.globalAlpha = 1;
  };
  inPlot(u, paint, LABEL_BAND);
}
