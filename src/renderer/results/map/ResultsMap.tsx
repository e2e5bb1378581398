import { useLocalStorage } from '@mantine/hooks';
import { useMemo, useRef, useState, type MouseEvent } from 'react';
import type { ProjectOverview } from '@/api';
import type { Tool } from '../../map/tools';
import { texts } from '../../texts';
import { EndsConsumer } from '../analysis/ends';
import { usePlotColours } from '../colours';
import { joined, plotItems } from '../menu/items';
import { PlotMenuButton, WithPlotMenu } from '../menu/PlotMenu';
import plot from '../plot.module.css';
import { useConsumer } from '../useAnalysis';
import { EndsTable } from './EndsTable';
import { MapBar, type MapChoice } from './MapBar';
import { MapSurface, type MapHandle } from './MapSurface';
import { chooseScale } from './scale';

const t = texts.results;

/** A measure on the map: at the ends of pairs, or along their great circles. */
export function ResultsMap({ project }: { project: ProjectOverview }) {
  const [choice, setChoice] = useLocalStorage<MapChoice>({
    key: 'atoa-results-map-choice',
    defaultValue: { measure: 'dt', statistic: 'median', layer: 'ends' },
  });
  const [tool, setTool] = useState<Tool>('pan');
  const [asTable, setAsTable] = useState(false);
  const map = useRef<MapHandle>(null);
  const { measure, statistic, layer } = choice;
  const consumer = useMemo(
    () => new EndsConsumer({ measure, statistic, rays: layer === 'rays' }),
    [measure, statistic, layer],
  );
  const version = useConsumer(consumer);
  const { dark } = usePlotColours();
  const ends = consumer.shown;
  const scaleFor = useMemo(() => {
    void version;
    if (!ends) return () => null;
    const lists = layer === 'rays' && ends.pairs ? [ends.pairs] : [ends.events, ends.stations];
    return (onDark: boolean) => chooseScale(lists, measure, statistic, onDark);
  }, [version, ends, layer, measure, statistic]);
  const scale = useMemo(() => scaleFor(dark), [scaleFor, dark]);

  const items = (at: MouseEvent | null) => {
    const shown = map.current;
    return joined(shown?.items(at) ?? [], plotItems(shown && (() => shown.picture())));
  };
  const bar = { choice, tool, asTable, onChoice: setChoice, onTool: setTool, onTable: setAsTable };
  return (
    <WithPlotMenu className={plot.pane} name={t.views.map} items={items}>
      <MapBar {...bar} menu={<PlotMenuButton name={t.views.map} items={items} />} />
      {ends && asTable && <EndsTable ends={ends} />}
      {ends && !asTable && (
        <MapSurface ref={map} paperScale={() => scaleFor(false)} {...{ project, ends, scale, choice, tool }} />
      )}
    </WithPlotMenu>
  );
}
