import { useLocalStorage } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import type { ProjectOverview } from '@/api';
import { EndsConsumer } from '../analysis/ends';
import { usePlotColours } from '../colours';
import { useConsumer } from '../useAnalysis';
import { EndsTable } from './EndsTable';
import { MapBar, type MapChoice } from './MapBar';
import { MapSurface } from './MapSurface';
import classes from './ResultsMap.module.css';
import { chooseScale } from './scale';
import type { MapTool } from './useMapTool';

/** A measure on the map: at the ends of pairs, or along their great circles. */
export function ResultsMap({ project }: { project: ProjectOverview }) {
  const [choice, setChoice] = useLocalStorage<MapChoice>({
    key: 'atoa-results-map-choice',
    defaultValue: { measure: 'dt', statistic: 'median', layer: 'ends' },
  });
  const [tool, setTool] = useState<MapTool>('pan');
  const [asTable, setAsTable] = useState(false);
  const { measure, statistic, layer } = choice;
  const consumer = useMemo(
    () => new EndsConsumer({ measure, statistic, rays: layer === 'rays' }),
    [measure, statistic, layer],
  );
  const version = useConsumer(consumer);
  const { dark } = usePlotColours();
  const ends = consumer.shown;
  const scale = useMemo(() => {
    void version;
    if (!ends) return null;
    const lists = layer === 'rays' && ends.pairs ? [ends.pairs] : [ends.events, ends.stations];
    return chooseScale(lists, measure, statistic, dark);
  }, [version, ends, layer, measure, statistic, dark]);

  return (
    <div className={classes.pane}>
      <MapBar {...{ choice, tool, asTable }} onChoice={setChoice} onTool={setTool} onTable={setAsTable} />
      {ends && (asTable ? <EndsTable ends={ends} /> : <MapSurface {...{ project, ends, scale, choice, tool }} />)}
    </div>
  );
}
