import { useRef, type PointerEvent } from 'react';
import type { Histogram } from './histogram';
import classes from './RangeField.module.css';

const WIDTH = 60;
const HEIGHT = 20;

interface HistogramSliderProps {
  histogram: Histogram;
  /** Bars outside of it are drawn faint; a range from a larger to a smaller value goes round. */
  min: number | null;
  max: number | null;
  onDrag: (min: number, max: number) => void;
}

/** How values are spread. A drag over it chooses a range; the fields beside it do the same by keyboard. */
export function HistogramSlider({ histogram, min, max, onDrag }: HistogramSliderProps) {
  const { least, most, counts } = histogram;
  const start = useRef<number | null>(null);
  const highest = Math.max(...counts);
  const side = WIDTH / counts.length;
  const [from, to] = [min ?? -Infinity, max ?? Infinity];
  const bars = (isWithin: boolean) =>
    [...counts]
      .map((number, bin) => {
        const middle = least + ((bin + 0.5) / counts.length) * (most - least);
        const inside = from <= to ? middle >= from && middle <= to : middle >= from || middle <= to;
        if (number === 0 || inside !== isWithin) return '';
        const height = Math.max(1.5, (number / highest) * HEIGHT);
        return `M${bin * side} ${HEIGHT}h${side - 0.6}v${-height}h${0.6 - side}z`;
      })
      .join('');
  const valueAt = (event: PointerEvent) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return least + Math.max(0, Math.min(1, (event.clientX - left) / width)) * (most - least);
  };
  return (
    <svg
      className={classes.histogram}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = valueAt(event);
      }}
      onPointerMove={(event) => {
        if (start.current === null || event.buttons === 0) return;
        const here = valueAt(event);
        onDrag(Math.min(start.current, here), Math.max(start.current, here));
      }}
      onPointerUp={() => {
        start.current = null;
      }}
    >
      <path d={bars(false)} className={classes.faint} />
      <path d={bars(true)} className={classes.bars} />
    </svg>
  );
}
