import { VisuallyHidden } from '@mantine/core';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useEffect, useId, useMemo, useRef, useState, type Ref } from 'react';
import { prepareCanvas } from '../../common/canvas';
import { texts } from '../../texts';
import type { Histogram } from '../analysis/histogram';
import { usePlotColours } from '../colours';
import { MEASURES, type MeasureKey } from '../measures';
import plot from '../plot.module.css';
import { useResults } from '../state';
import classes from './Histogram.module.css';
import { paintHistogram, type Lane } from './paint';
import { useBins } from './useBins';
import { binText } from './words';

const t = texts.results.histogram;

export type SeriesLayout = 'stacked' | 'multiples';

/** All components in one band of bars, or each in its own. */
export function lanesOf({ series }: Histogram, layout: SeriesLayout): Lane[] {
  if (layout === 'stacked' || series.length < 2) return [{ label: null, series }];
  return series.map((each) => ({ label: each.component, series: [each] }));
}

/** What a bin holds, in words. */
function binWords(measure: MeasureKey, { bins, total, selecting }: Histogram, bin: number): string {
  return t.option(
    binText(measure, bins, bin),
    total.whole.counts[bin],
    selecting ? total.selected.counts[bin] : null,
    MEASURES[measure].level,
  );
}

interface HistogramPlotProps {
  measure: MeasureKey;
  histogram: Histogram;
  layout: SeriesLayout;
  ref: Ref<HTMLDivElement>;
}

/** The bars, which are selected by drag or by keyboard. */
export function HistogramPlot({ measure, histogram, layout, ref }: HistogramPlotProps) {
  const colours = usePlotColours();
  const option = useId();
  const { ref: sized, width, height } = useElementSize<HTMLDivElement>();
  const holder = useMergedRef(sized, ref);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [focused, setFocused] = useState(false);
  const brush = useResults((state) => state.brushes.get(measure));
  const range = useMemo(
    (): [number, number] | null => (brush?.kind === 'range' ? [brush.min, brush.max] : null),
    [brush],
  );
  const size = { width, height };
  const { active, hovered, handlers } = useBins(measure, histogram, size, range);
  const [from, to] = active;

  useEffect(() => {
    if (width === 0 || height === 0) return;
    const marks = { active: focused ? ([from, to] as [number, number]) : null, hovered, range };
    const c = prepareCanvas(canvas.current!, { width, height });
    paintHistogram(c, { width, height }, histogram, lanesOf(histogram, layout), marks, colours);
  }, [width, height, histogram, layout, focused, from, to, hovered, range, colours]);

  const told = hovered ?? (focused ? to : null);
  return (
    <div
      ref={holder}
      className={classes.surface}
      role="listbox"
      aria-multiselectable="true"
      aria-label={t.bins(texts.results.measures[measure])}
      aria-activedescendant={option}
      tabIndex={0}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      {...handlers}
    >
      <canvas ref={canvas} className={plot.canvas} />
      <VisuallyHidden
        id={option}
        role="option"
        aria-selected={brush !== undefined}
        aria-posinset={to + 1}
        aria-setsize={histogram.bins.edges.length - 1}
      >
        {binWords(measure, histogram, to)}
      </VisuallyHidden>
      {told !== null && (
        <span className={`${plot.tooltip} ${classes.told}`} aria-hidden="true">
          {binWords(measure, histogram, told)}
        </span>
      )}
    </div>
  );
}
