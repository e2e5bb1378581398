import { useEffect, useMemo, useRef } from 'react';
import uPlot from 'uplot';
import type { ComponentDetail } from '@/api';
import type { PhaseArrival, Rejection } from '@/core/model';
import { misfit } from '../common/format';
import { texts } from '../texts';
import { chartOptions } from './chartOptions';
import { useChartColours } from './colours';
import { alignColumns, largest } from './series';
import type { SharedRange } from './sharedRange';
import classes from './Waveforms.module.css';

const t = texts.pair;

/** What is drawn beside observed and synthetic traces. */
export interface Layers {
  stalta: boolean;
  adjoint: boolean;
  arrivals: boolean;
  rejected: Rejection[];
}

export interface ChartProps {
  component: ComponentDetail;
  /** Time of the first sample after the origin, s. */
  timeOffset: number;
  waterlevel: number;
  arrivals: PhaseArrival[];
  layers: Layers;
  range: SharedRange;
  /** The lowest one carries the time axis. */
  last: boolean;
}

function columnsOf(component: ComponentDetail, offset: number, layers: Layers): uPlot.AlignedData {
  const { observed, synthetic, stalta, adjoint } = component;
  const { x, ys } = alignColumns(
    [observed, synthetic, layers.stalta ? stalta : null, layers.adjoint ? adjoint : null],
    offset,
  );
  return [x, ...ys];
}

/** One component: a line of words, and the plot. */
export function ComponentChart(props: ChartProps) {
  const { component, timeOffset, waterlevel, arrivals, layers, range, last } = props;
  const colours = useChartColours();
  const holder = useRef<HTMLDivElement>(null);
  const data = useMemo(() => columnsOf(component, timeOffset, layers), [component, timeOffset, layers]);
  const options = useMemo(() => {
    const { observed, synthetic, stalta, adjoint } = component;
    const peaks = { trace: largest([observed, synthetic]), stalta: largest([stalta]), adjoint: largest([adjoint]) };
    return chartOptions({ component, timeOffset, waterlevel, arrivals, layers, range, last, colours, peaks });
  }, [component, timeOffset, waterlevel, arrivals, layers, range, last, colours]);

  useEffect(() => {
    const element = holder.current!;
    const size = () => ({ width: element.clientWidth, height: element.clientHeight });
    const chart = new uPlot({ ...options, ...size() }, data, element);
    const remove = range.add(chart);
    chart.setScale('x', { min: range.min, max: range.max });
    const observer = new ResizeObserver(() => chart.setSize(size()));
    observer.observe(element);
    return () => {
      observer.disconnect();
      remove();
      chart.destroy();
    };
  }, [data, options, range]);

  const windows = component.windows.length;
  return (
    <figure className={classes.component} data-last={last || undefined}>
      <figcaption className={classes.caption}>
        <b aria-label={t.component(component.component)}>{component.component}</b>
        <span className="dim">{component.syntheticChannel}</span>
        <span className="dim">{t.units[component.unit] ?? component.unit}</span>
        <span className={classes.space} />
        <span className="num">
          {windows === 0 ? t.noWindows : `${texts.nWindows(windows)}, ${t.misfit} ${misfit(component.misfit)}`}
        </span>
      </figcaption>
      <div ref={holder} className={classes.plot} role="img" aria-label={t.chart(component.component, windows)} />
    </figure>
  );
}
