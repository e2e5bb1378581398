import type { Box } from './marks';
import classes from './Matrix.module.css';
import type { Place } from './types';

export interface Pointed {
  place: Place;
  box: Box;
}

/** What the pointer is over. It keeps to the side of the cell that has room. */
export function MatrixTooltip({ pointed, lines }: { pointed: Pointed; lines: readonly string[] }) {
  const { x, y, width, height } = pointed.box;
  const [title, ...rest] = lines;
  return (
    <div
      className={classes.tooltip}
      role="tooltip"
      style={{ left: `clamp(4px, ${x + width + 10}px, calc(100% - 270px))`, top: y + height + 10 }}
    >
      <b>{title}</b>
      {rest.map((line, i) => (
        <div key={i}>{line}</div>
      ))}
    </div>
  );
}
