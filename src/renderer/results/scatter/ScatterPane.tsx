import { NativeSelect } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useMemo, useRef, useState, type MouseEvent } from 'react';
import type { Tool } from '../../map/tools';
import { texts } from '../../texts';
import { ScatterConsumer } from '../analysis/scatter';
import { PAPER_COLOURS } from '../colours';
import { measureTitle } from '../histogram/words';
import { MEASURE_KEYS, type MeasureKey } from '../measures';
import { joined, openPlace, plotItems } from '../menu/items';
import { PlotMenuButton, WithPlotMenu } from '../menu/PlotMenu';
import plot from '../plot.module.css';
import { TableToggle, ToolButtons } from '../PlotTools';
import { useConsumer } from '../useAnalysis';
import { paintScatter } from './paint';
import { placeUnder, ScatterPlot } from './ScatterPlot';
import { SliceTable } from './SliceTable';

const t = texts.results;
const OPTIONS = MEASURE_KEYS.map((value) => ({ value, label: t.measures[value] }));

/** Any measure against any other. */
export function ScatterPane() {
  const [axes, setAxes] = useLocalStorage<{ x: MeasureKey; y: MeasureKey }>({
    key: 'atoa-results-scatter',
    defaultValue: { x: 'distance', y: 'dt' },
  });
  const [tool, setTool] = useState<Tool>('rectangle');
  const [asTable, setAsTable] = useState(false);
  const surface = useRef<HTMLDivElement>(null);
  const { x, y } = axes;
  const consumer = useMemo(() => new ScatterConsumer(x, y), [x, y]);
  useConsumer(consumer);
  const scatter = consumer.shown;
  const axis = (name: 'x' | 'y') => (
    <NativeSelect
      size="xs"
      w={128}
      aria-label={t.scatter.axes[name]}
      value={axes[name]}
      onChange={(event) => setAxes({ ...axes, [name]: event.currentTarget.value as MeasureKey })}
      data={OPTIONS}
    />
  );
  const picture = () => {
    const { clientWidth: width, clientHeight: height } = surface.current!;
    return {
      name: `scatter_${y}_${x}`,
      title: t.scatter.title(measureTitle(y), measureTitle(x), scatter!.count),
      size: { width, height },
      draw: (pen: Parameters<typeof paintScatter>[0]) =>
        paintScatter(pen, { width, height }, scatter!, null, PAPER_COLOURS),
    };
  };
  const items = (at: MouseEvent | null) => {
    const isDrawn = scatter !== null && !asTable;
    const place = at && isDrawn ? placeUnder(scatter, surface.current!, at) : -1;
    return joined(openPlace(place), plotItems(isDrawn ? picture : null));
  };
  const name = t.views.scatter;
  return (
    <WithPlotMenu className={plot.pane} name={name} items={items}>
      <div className={plot.bar}>
        {axis('y')}
        <span className="dim">{t.scatter.against}</span>
        {axis('x')}
        <span className={plot.space} />
        <ToolButtons tools={['rectangle', 'lasso']} tool={tool} onTool={setTool} />
        <TableToggle label={t.scatter.table} asTable={asTable} onTable={setAsTable} />
        <PlotMenuButton name={name} items={items} />
      </div>
      {scatter === null && <p className={plot.none}>{t.scatter.none(t.short[y], t.short[x])}</p>}
      {scatter &&
        (asTable ? <SliceTable scatter={scatter} /> : <ScatterPlot ref={surface} scatter={scatter} tool={tool} />)}
    </WithPlotMenu>
  );
}
