import { ActionIcon } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useCallback, useLayoutEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { fixed, misfit, percent } from '../common/format';
import { texts } from '../texts';
import { useChartColours } from './plot/colours';
import { amplitude } from './plot/amplitude';
import { ComponentPlot } from './plot/componentPlot';
import type { CursorValues, PlotInput } from './plot/plotInput';
import type { SharedRange } from './plot/sharedRange';
import classes from './Waveforms.module.css';

const t = texts.pair;

export interface ChartProps extends Omit<PlotInput, 'colours'> {
  /** The other evaluation is drawn too: its traces are of the same period band. */
  isLaidUnder: boolean;
  range: SharedRange;
  /** The lowest one carries the time axis. */
  last: boolean;
  /** What a drag over the plot does, by s after the origin; zooms where left out. */
  onDrag?: (from: number, to: number) => void;
  /** Lies over the plotting area: handles of windows. */
  children?: ReactNode;
  /** Opens the menu of what is at a time, s after the origin; null where it was asked for by key. There is none where left
   *  out. */
  onMenu?: (event: MouseEvent<HTMLElement>, time: number | null) => void;
  /** Told of the plot, and of null when it goes. */
  onPlot?: (plot: ComponentPlot | null) => void;
}

/** What the amplitudes are, and at which stage. */
function Amplitudes({ component: { unit, unprocessed } }: Pick<ChartProps, 'component'>) {
  const words = [t.units[unit], ...(unprocessed ? [t.unprocessed] : []), ...(unit === 'recorded' ? [t.scaled] : [])];
  return (
    <span className={classes.unit} title={unprocessed && t.unprocessedHint}>
      {words.join(', ')}
    </span>
  );
}

/** What the component comes to in the evaluation that lies under it. */
function Difference({
  component,
  combined,
  other,
  marks,
}: Pick<ChartProps, 'component' | 'combined' | 'other' | 'marks'>) {
  if (!other) return null;
  const [now, was] = [(combined ?? component).misfit, other.misfit];
  if (was === null && other.windows === 0) {
    return marks.length === 0 ? null : <span className={classes.difference}>{`${other.name}: ${t.noWindows}`}</span>;
  }
  const change = now !== null && was !== null && was !== 0 ? percent(now / was - 1) : null;
  return (
    <span className={classes.difference}>
      {t.otherwise(
        combined ? t.inAllBands(other.name) : other.name,
        texts.nWindows(other.windows),
        misfit(was),
        change,
      )}
    </span>
  );
}

/** What the cursor reads, for the eye: it changes with every movement of the pointer. */
function cursorText(values: CursorValues | null): string {
  if (values === null) return '';
  const { time, observed, synthetic } = values;
  const value = (name: string, of: number | null) => (of === null ? [] : [`${name} ${amplitude(of)}`]);
  return [`${fixed(time, 2)} s`, ...value(t.observedShort, observed), ...value(t.syntheticShort, synthetic)].join('  ');
}

/** One component: a line of words, and the plot. */
export function ComponentChart(props: ChartProps) {
  const {
    component,
    combined,
    timeOffset,
    hasOrigin,
    waterlevel,
    arrivals,
    layers,
    marks,
    other,
    isLaidUnder,
    preview,
  } = props;
  const under = isLaidUnder ? other : null;
  const { range, last, children, onPlot, onMenu } = props;
  const colours = useChartColours();
  const [plot, setPlot] = useState<ComponentPlot | null>(null);
  const readout = useRef<HTMLSpanElement>(null);
  const drag = useRef<ChartProps['onDrag']>(undefined);
  useLayoutEffect(() => {
    drag.current = props.onDrag;
  });

  const hold = useCallback(
    (element: HTMLDivElement) => {
      const onDrag = (from: number, to: number) => (drag.current ?? range.set.bind(range))(from, to);
      const onCursor = (values: CursorValues | null) => {
        if (readout.current) readout.current.textContent = cursorText(values);
      };
      const made = new ComponentPlot(element, range, last, { onDrag, onCursor });
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
    plot?.update({
      ...{ component, combined, timeOffset, hasOrigin, waterlevel, arrivals, layers, marks, preview, colours },
      other: under,
    });
  }, [plot, component, combined, timeOffset, hasOrigin, waterlevel, arrivals, layers, marks, under, preview, colours]);

  return (
    <figure
      className={classes.component}
      data-last={last || undefined}
      onContextMenu={
        onMenu && ((event) => onMenu(event, event.button === 2 ? (plot?.timeAt(event.clientX) ?? null) : null))
      }
    >
      <figcaption className={classes.caption}>
        <b aria-label={t.component(component.component)}>{component.component}</b>
        <span className={classes.channel}>{component.syntheticChannel}</span>
        <Amplitudes component={component} />
        <span ref={readout} className={classes.cursor} data-cursor aria-hidden="true" />
        <span className={classes.space} />
        <Difference component={component} combined={combined} other={other} marks={marks} />
        <span className="num">
          {marks.length === 0
            ? t.noWindows
            : `${texts.nWindows(marks.length)}, ${t.misfit} ${misfit(component.misfit)}`}
        </span>
        {onMenu && (
          <ActionIcon
            className={classes.more}
            size={18}
            aria-haspopup="menu"
            aria-label={texts.pairMenu.ofComponent(component.component)}
            title={texts.pairMenu.ofComponent(component.component)}
            onClick={(event) => onMenu(event, null)}
          >
            <IconDots size={14} aria-hidden="true" />
          </ActionIcon>
        )}
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
