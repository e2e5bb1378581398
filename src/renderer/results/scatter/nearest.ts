import { IN } from '../analysis/masks';
import { levelOf, type Scatter } from '../analysis/scatter';
import { reader } from '../brush';
import { analysis, columns } from '../table';
import type { Frame } from './frame';

/** The place of the pair whose point is nearest to a pixel, within `reach` pixels; -1 without one. */
export function nearestPlace(scatter: Scatter, frame: Frame, x: number, y: number, reach: number): number {
  const level = levelOf(scatter.x, scatter.y);
  const { masks } = analysis;
  const [bits, end] = level === 'window' ? [masks.windows, masks.windowCount] : [masks.pairs, masks.pairCount];
  const [across, up] = [reader(columns, scatter.x, level), reader(columns, scatter.y, level)];
  let [best, distance] = [-1, reach];
  for (let i = 0; i < end; i++) {
    if (!(bits[i] & IN)) continue;
    const away = Math.hypot(frame.toX(across(i)) - x, frame.toY(up(i)) - y);
    if (away <= distance) [best, distance] = [i, away];
  }
  return best >= 0 && level === 'window' ? columns.windows.pair[best] : best;
}
