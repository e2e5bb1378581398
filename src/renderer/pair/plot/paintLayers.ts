import type uPlot from 'uplot';
import { REJECTIONS } from '@/core/model';
import { count } from '../../common/format';
import { texts } from '../../texts';
import { inPlot, write } from './inPlot';
import type { PlotInput } from './plotInput';
import { packRows } from './rows';

/** A lane of rejected candidates: bars of some height in rows below each other, px. */
const LANE_HEIGHT = 13;
const LANE_ROWS = 3;
const BAR = { height: 2, step: 3 };
/** Candidates lie upon each other: the more there are, the fainter is each. */
const OPACITY = { most: 0.7, least: 0.15, dense: 12 };

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

/** One lane per chosen reason above the bottom, named at its left with the number of candidates; candidates as bars, those
 *  that overlap in rows as far as there are any. */
export function paintRejected(u: uPlot, { component, timeOffset, layers, colours }: PlotInput): void {
  const reasons = REJECTIONS.filter((reason) => layers.rejected.includes(reason));
  inPlot(u, (c, box, x) => {
    reasons.forEach((reason, lane) => {
      const candidates = component.rejected[reason] ?? [];
      const y = box.top + box.height - 18 - (reasons.length - lane) * LANE_HEIGHT;
      const { most, least, dense } = OPACITY;
      c.globalAlpha = Math.max(least, Math.min(most, (most * dense) / candidates.length));
      c.fillStyle = colours.rejected;
      const rows = packRows(candidates, LANE_ROWS);
      candidates.forEach(([left, right], i) => {
        const from = x(timeOffset + left * component.delta);
        const width = Math.max(1, x(timeOffset + right * component.delta) - from);
        c.fillRect(from, y + 2 + BAR.step * rows[i]!, width, BAR.height);
      });
      c.globalAlpha = 1;
      const name = `${reason} ${count(candidates.length)}`;
      c.fillStyle = colours.halo;
      c.fillRect(box.left + 2, y, c.measureText(name).width + 3, LANE_HEIGHT - 1);
      write(c, name, box.left + 3, y, colours.text, colours.halo);
    });
  });
}

/** The level of STA/LTA that windows grow from. */
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
