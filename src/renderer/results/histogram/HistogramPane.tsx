import { SegmentedControl } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { texts } from '../../texts';
import { componentColour, usePlotColours } from '../colours';
import type { MeasureKey } from '../measures';
import { columns } from '../table';
import { useAnalysis } from '../useAnalysis';
import classes from './Histogram.module.css';
import type { SeriesLayout } from './HistogramPlot';
import { HistogramTile } from './HistogramTile';

const t = texts.results;
const SHOWN: MeasureKey[] = ['dt', 'dlnA', 'cc', 'misfit', 'length', 'pairMisfit'];

function ComponentLegend() {
  useAnalysis();
  const colours = usePlotColours();
  const letters = [...columns.components.list].sort();
  return (
    <ul className={classes.legend} aria-label={t.components}>
      {letters.map((letter) => (
        <li key={letter}>
          <span className={classes.swatch} style={{ background: componentColour(colours, letter) }} /> {letter}
        </li>
      ))}
    </ul>
  );
}

/** Histograms of all measures side by side. */
export function HistogramPane() {
  const [layout, setLayout] = useLocalStorage<SeriesLayout>({ key: 'atoa-histograms', defaultValue: 'stacked' });
  return (
    <div className={classes.pane}>
      <div className={classes.bar}>
        <h2 className={classes.heading}>{t.views.histograms}</h2>
        <SegmentedControl
          aria-label={t.histogram.layout}
          value={layout}
          onChange={(value) => setLayout(value as SeriesLayout)}
          data={[
            { value: 'stacked', label: t.histogram.stacked },
            { value: 'multiples', label: t.histogram.multiples },
          ]}
        />
        <ComponentLegend />
      </div>
      <div className={classes.tiles} data-layout={layout}>
        {SHOWN.map((measure) => (
          <HistogramTile key={measure} measure={measure} layout={layout} />
        ))}
      </div>
    </div>
  );
}
