import { ActionIcon } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconChartHistogram, IconTable } from '@tabler/icons-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { count } from '../../common/format';
import { texts } from '../../texts';
import { HistogramConsumer, type Histogram, type Statistics } from '../analysis/histogram';
import { usePlotColours } from '../colours';
import { MEASURES, type MeasureKey } from '../measures';
import { useResults } from '../state';
import { useConsumer } from '../useAnalysis';
import { BinTable } from './BinTable';
import classes from './Histogram.module.css';
import { paintHistogram, type Lane } from './paint';
import { useBins } from './useBins';
import { binText, measureTitle, tileTitle, valueText } from './words';

const t = texts.results.histogram;

export type SeriesLayout = 'stacked' | 'multiples';

function lanesOf({ series }: Histogram, layout: SeriesLayout): Lane[] {
  if (layout === 'stacked' || series.length < 2) return [{ label: null, series }];
  return series.map((each) => ({ label: each.component, series: [each] }));
}

/** How many values there are, and how many of them are selected. */
function Total({ histogram: { total, selecting } }: { histogram: Histogram }) {
  const all = count(total.whole.statistics.count);
  return (
    <span className={classes.number}>
      {selecting ? t.numberOf(count(total.selected.statistics.count), all) : t.number(all)}
    </span>
  );
}

function Figures({ measure, name, statistics }: { measure: MeasureKey; name: string | null; statistics: Statistics }) {
  return (
    <div className={classes.line} data-selected={name !== null || undefined} title={name ?? undefined}>
      {(['mean', 'median', 'deviation'] as const).map((figure) => (
        <span key={figure}>
          {t[figure]} <b>{valueText(measure, statistics[figure])}</b>
        </span>
      ))}
    </div>
  );
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

function Plot({ measure, histogram, layout }: { measure: MeasureKey; histogram: Histogram; layout: SeriesLayout }) {
  const colours = usePlotColours();
  const option = useId();
  const { ref, width, height } = useElementSize<HTMLDivElement>();
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
    paintHistogram(canvas.current!, { width, height }, histogram, lanesOf(histogram, layout), marks, colours);
  }, [width, height, histogram, layout, focused, from, to, hovered, range, colours]);

  const told = hovered ?? (focused ? to : null);
  return (
    <div
      ref={ref}
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
      <canvas ref={canvas} className={classes.canvas} />
      <span
        id={option}
        role="option"
        className={classes.option}
        aria-selected={brush !== undefined}
        aria-posinset={to + 1}
        aria-setsize={histogram.bins.edges.length - 1}
      >
        {binWords(measure, histogram, to)}
      </span>
      {told !== null && (
        <span className={classes.tooltip} aria-hidden="true">
          {binWords(measure, histogram, told)}
        </span>
      )}
    </div>
  );
}

/** The histogram of one measure, with its statistics; of the selection beside them. */
export function HistogramTile({ measure, layout }: { measure: MeasureKey; layout: SeriesLayout }) {
  const consumer = useMemo(() => new HistogramConsumer(measure), [measure]);
  useConsumer(consumer);
  const [asTable, setAsTable] = useState(false);
  const histogram = consumer.shown;
  const label = asTable ? t.plotAgain : t.table;
  const Icon = asTable ? IconChartHistogram : IconTable;
  return (
    <section className={classes.tile} aria-label={t.plot(texts.results.measures[measure])}>
      <header className={classes.header}>
        <h3 className={classes.title} title={measureTitle(measure)}>
          {tileTitle(measure)}
        </h3>
        {histogram && <Total histogram={histogram} />}
        <ActionIcon
          size={20}
          aria-label={`${texts.results.measures[measure]}: ${label}`}
          title={label}
          onClick={() => setAsTable(!asTable)}
        >
          <Icon size={14} stroke={1.6} />
        </ActionIcon>
      </header>
      {histogram === null ? (
        <p className={classes.none}>{t.none}</p>
      ) : (
        <>
          <Figures measure={measure} name={null} statistics={histogram.total.whole.statistics} />
          {histogram.selecting && (
            <Figures measure={measure} name={t.selected} statistics={histogram.total.selected.statistics} />
          )}
          {asTable ? (
            <BinTable measure={measure} histogram={histogram} />
          ) : (
            <Plot measure={measure} histogram={histogram} layout={layout} />
          )}
        </>
      )}
    </section>
  );
}
