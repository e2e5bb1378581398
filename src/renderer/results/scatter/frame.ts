import type { Scatter } from '../analysis/scatter';

export interface Size {
  width: number;
  height: number;
}

/** Room around the plane, CSS pixels; above it stands what colours mean. */
export const MARGIN = { left: 52, right: 10, top: 20, bottom: 34 };

/** Between pixels and values. */
export interface Frame {
  width: number;
  height: number;
  toX(value: number): number;
  toY(value: number): number;
  fromX(x: number): number;
  fromY(y: number): number;
}

export function frameOf({ xRange, yRange }: Pick<Scatter, 'xRange' | 'yRange'>, size: Size): Frame {
  const width = Math.max(1, size.width - MARGIN.left - MARGIN.right);
  const height = Math.max(1, size.height - MARGIN.top - MARGIN.bottom);
  const [x0, x1] = xRange;
  const [y0, y1] = yRange;
  return {
    width,
    height,
    toX: (value) => MARGIN.left + ((value - x0) / (x1 - x0)) * width,
    toY: (value) => MARGIN.top + height - ((value - y0) / (y1 - y0)) * height,
    fromX: (x) => x0 + ((x - MARGIN.left) / width) * (x1 - x0),
    fromY: (y) => y0 + ((MARGIN.top + height - y) / height) * (y1 - y0),
  };
}
