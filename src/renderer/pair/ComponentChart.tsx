import { useCallback, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { misfit, percent } from '../common/format';
import { texts } from '../texts';
import { useChartColours } from './colours';
import { ComponentPlot, type PlotInput } from './plot';
import type { SharedRange } from './sharedRange';
import classes from './Waveforms.module.css';

const t = texts.pair;

export interface ChartProps extends Omit<PlotInput, 'colours'> {
  range: SharedRange;
  /** The lowest one carries the time axis. */
  last: boolean;
  /** What a drag over the plot does, by s after the origin; zooms where left out. */
  onDrag?: (from: number, to: number) => void;
  /** Lies over the plotting area: handles of windows. */
  children?: ReactNode;
  /** Told of the plot, and of null when it goes. */
  onPlot?: (plot: ComponentPlot | null) => void;
}

/** What the component comes to in the evaluation that lies under it. */
function Difference({ component, other, marks }: Pick<ChartProps, 'component' | 'other' | 'marks'>) {
  if (!other) return null;
  const [now, was] = [component.misfit, other.component.misfit];
  if (was === null && other.marks.length === 0) {
    return marks.length === 0 ? null : <span className={classes.difference}>{`${other.name}: ${t.noWindows}`}</span>;
  }
  const change = now !== null && was !== null && was !== 0 ? percent(now / was - 1) : null;
  return (
    <span className={classes.difference}>
      {t.otherwise(other.name, texts.nWindows(other.marks.length), misfit(was), change)}
    </span>
  );
}

/** One component: a line of words, and the plot. */
export function ComponentChart(props: ChartProps) {
  const { component, timeOffset, waterlevel, arrivals, layers, marks, other, range, last, children, onPlot } = props;
  const colours = useChartColours();
  const [plot, setPlot] = useState<ComponentPlot | null>(null);
  const drag = useRef<ChartProps['onDrag']>(undefined);
  useLayoutEffect(() => {
    drag.current = props.onDrag;
  });

  const hold = useCallback(
    (element: HTMLDivElement) => {
      const onDrag = (from: number, to: number) => (drag.current ?? range.set.bind(range))(from, to);
      const made = new ComponentPlot(element, range, last, { onDrag });
      setPlot(made);
      onPlot?.(made);
      return () => {
        made.destroy();
        setPlot(null);
        onPlot?.(null);
      };
    },
    [range, last, onPlot],
  );
  useLayoutEffect(() => {
    plot?.update({ component, timeOffset, waterlevel, arrivals, layers, marks, other, colours });
  }, [plot, component, timeOffset, waterlevel, arrivals, layers, marks, other, colours]);

  return (
    <figure className={classes.component} data-last={last || undefined}>
      <figcaption className={classes.caption}>
        <b aria-label={t.component(component.component)}>{component.component}</b>
        <span className="dim">{component.syntheticChannel}</span>
        <span className="dim">{t.units[component.unit] ?? component.unit}</span>
        <span className={classes.space} />
        <Difference component={component} other={other} marks={marks} />
        <span className="num">
          {marks.length === 0
            ? t.noWindows
            : `${texts.nWindows(marks.length)}, ${t.misfit} ${misfit(component.misfit)}`}
        </span>
      </figcaption>
      <div
        ref={hold}
        className={classes.plot}
        role={children ? 'group' : 'img'}
        aria-label={t.chart(component.component, marks.length)}
      />
      {plot && children && createPortal(children, plot.overlay)}
    </figure>
  );
}
