import type { SectionView } from './view';

/** Room around the traces, CSS pixels; above them stands what colours mean. */
export const MARGIN = { left: 52, right: 70, top: 20, bottom: 34 };

export interface Size {
  width: number;
  height: number;
}

/** Between pixels and times and heights. */
export interface Frame extends Size {
  x(time: number): number;
  y(at: number): number;
}

export function frameOf({ from, to, low, high }: SectionView, size: Size): Frame {
  const width = Math.max(1, size.width - MARGIN.left - MARGIN.right);
  const height = Math.max(1, size.height - MARGIN.top - MARGIN.bottom);
  return {
    width,
    height,
    x: (time) => MARGIN.left + ((time - from) / (to - from)) * width,
    y: (at) => MARGIN.top + height - ((at - low) / (high - low)) * height,
  };
}
