import { outline, type Shape } from '../map/shape';
import plot from './plot.module.css';

/** The rectangle or lasso that is being drawn over a plot. */
export function Drawn({ shape }: { shape: Shape | null }) {
  if (!shape) return null;
  return (
    <svg className={plot.canvas} aria-hidden="true">
      <polygon className={plot.outline} points={outline(shape).join(' ')} />
    </svg>
  );
}
