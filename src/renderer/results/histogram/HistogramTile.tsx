import { ActionIcon } from '@mantine/core';
import { IconChartHistogram, IconTable } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { count } from '../../common/format';
import { texts } from '../../texts';
import { HistogramConsumer, type Histogram, type Statistics } from '../analysis/histogram';
import type { MeasureKey } from '../measures';
import { plotItems } from '../menu/items';
import { PlotMenuButton, WithPlotMenu } from '../menu/PlotMenu';
import plot from '../plot.module.css';
import { useConsumer } from '../useAnalysis';
import { BinTable } from './BinTable';
import classes from './Histogram.module.css';
import { HistogramPlot, type SeriesLayout } from './HistogramPlot';
import { histogramPicture } from './picture';
import { measureTitle, tileTitle, valueText } from './words';

const t = texts.results.histogram;

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

/** The histogram of one measure, with its statistics; of the selection beside them. */
export function HistogramTile({ measure, layout }: { measure: MeasureKey; layout: SeriesLayout }) {
  const consumer = useMemo(() => new HistogramConsumer(measure), [measure]);
  useConsumer(consumer);
  const [asTable, setAsTable] = useState(false);
  const histogram = consumer.shown;
  const surface = useRef<HTMLDivElement>(null);
  const name = texts.results.measures[measure];
  const label = asTable ? t.plotAgain : t.table;
  const Icon = asTable ? IconChartHistogram : IconTable;
  const items = () => {
    const isDrawn = histogram !== null && !asTable;
    return plotItems(isDrawn ? () => histogramPicture(measure, histogram, layout, surface.current!) : null);
  };
  return (
    <section className={classes.tile} aria-label={t.plot(name)}>
      <WithPlotMenu className={classes.inside} name={name} items={items}>
        <header className={classes.header}>
          <h3 className={classes.title} title={measureTitle(measure)}>
            {tileTitle(measure)}
          </h3>
          {histogram && <Total histogram={histogram} />}
          <ActionIcon size={20} aria-label={`${name}: ${label}`} title={label} onClick={() => setAsTable(!asTable)}>
            <Icon size={14} stroke={1.6} aria-hidden="true" />
          </ActionIcon>
          <PlotMenuButton name={name} items={items} size={20} />
        </header>
        {histogram === null ? (
          <p className={plot.none}>{t.none}</p>
        ) : (
          <>
            <Figures measure={measure} name={null} statistics={histogram.total.whole.statistics} />
            {histogram.selecting && (
              <Figures measure={measure} name={t.selected} statistics={histogram.total.selected.statistics} />
            )}
            {asTable ? (
              <BinTable measure={measure} histogram={histogram} />
            ) : (
              <HistogramPlot ref={surface} measure={measure} histogram={histogram} layout={layout} />
            )}
          </>
        )}
      </WithPlotMenu>
    </section>
  );
}
