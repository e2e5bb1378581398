import { ActionIcon, NativeSelect } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconLasso, IconSquareDashed, IconTable } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { texts } from '../../texts';
import { ScatterConsumer } from '../analysis/scatter';
import type { MapTool } from '../map/useMapTool';
import { MEASURE_KEYS, type MeasureKey } from '../measures';
import { useConsumer } from '../useAnalysis';
import classes from './Scatter.module.css';
import { ScatterPlot } from './ScatterPlot';
import { SliceTable } from './SliceTable';

const t = texts.results;
const OPTIONS = MEASURE_KEYS.map((value) => ({ value, label: t.measures[value] }));

/** Any measure against any other. */
export function ScatterPane() {
  const [axes, setAxes] = useLocalStorage<{ x: MeasureKey; y: MeasureKey }>({
    key: 'atoa-results-scatter',
    defaultValue: { x: 'distance', y: 'dt' },
  });
  const [tool, setTool] = useState<MapTool>('rectangle');
  const [asTable, setAsTable] = useState(false);
  const { x, y } = axes;
  const consumer = useMemo(() => new ScatterConsumer(x, y), [x, y]);
  useConsumer(consumer);
  const scatter = consumer.shown;
  const axis = (name: 'x' | 'y') => (
    <NativeSelect
      aria-label={t.scatter.axes[name]}
      value={axes[name]}
      onChange={(event) => setAxes({ ...axes, [name]: event.currentTarget.value as MeasureKey })}
      data={OPTIONS}
    />
  );
  const toolButton = (each: 'rectangle' | 'lasso', Icon: typeof IconLasso) => (
    <ActionIcon
      variant={tool === each ? 'light' : 'subtle'}
      aria-label={t.map.tools[each]}
      aria-pressed={tool === each}
      title={t.map.tools[each]}
      onClick={() => setTool(each)}
    >
      <Icon size={16} stroke={1.6} />
    </ActionIcon>
  );
  return (
    <div className={classes.pane}>
      <div className={classes.bar}>
        {axis('y')}
        <span className="dim">{t.scatter.against}</span>
        {axis('x')}
        <span className={classes.space} />
        <ActionIcon.Group>
          {toolButton('rectangle', IconSquareDashed)}
          {toolButton('lasso', IconLasso)}
        </ActionIcon.Group>
        <ActionIcon
          aria-label={t.scatter.table}
          aria-pressed={asTable}
          title={t.scatter.table}
          variant={asTable ? 'light' : 'subtle'}
          onClick={() => setAsTable(!asTable)}
        >
          <IconTable size={16} stroke={1.6} />
        </ActionIcon>
      </div>
      {scatter === null && <p className={classes.none}>{t.histogram.none}</p>}
      {scatter && (asTable ? <SliceTable scatter={scatter} /> : <ScatterPlot scatter={scatter} tool={tool} />)}
    </div>
  );
}
