import { ActionIcon, NativeSelect, SegmentedControl } from '@mantine/core';
import { IconHandStop, IconLasso, IconSquareDashed, IconTable } from '@tabler/icons-react';
import { texts } from '../../texts';
import type { GroupStatistic } from '../analysis/groups';
import { MEASURE_KEYS, type MeasureKey } from '../measures';
import classes from './ResultsMap.module.css';
import type { MapTool } from './useMapTool';

const t = texts.results.map;

export interface MapChoice {
  measure: MeasureKey;
  statistic: GroupStatistic;
  layer: 'ends' | 'rays';
}

interface MapBarProps {
  choice: MapChoice;
  onChoice: (choice: MapChoice) => void;
  tool: MapTool;
  onTool: (tool: MapTool) => void;
  asTable: boolean;
  onTable: (asTable: boolean) => void;
}

const TOOLS: [MapTool, typeof IconLasso][] = [
  ['pan', IconHandStop],
  ['rectangle', IconSquareDashed],
  ['lasso', IconLasso],
];
const MEASURES_SHOWN = MEASURE_KEYS.filter((key) => !['distance', 'azimuth', 'backazimuth', 'start'].includes(key));

/** What the map shows, and what the pointer does on it. */
export function MapBar({ choice, onChoice, tool, onTool, asTable, onTable }: MapBarProps) {
  return (
    <div className={classes.bar}>
      <NativeSelect
        aria-label={t.statistic}
        value={choice.statistic}
        onChange={(event) => onChoice({ ...choice, statistic: event.currentTarget.value as GroupStatistic })}
        data={(['median', 'mean', 'count'] as const).map((value) => ({ value, label: t.statistics[value] }))}
      />
      <NativeSelect
        aria-label={t.measure}
        value={choice.measure}
        onChange={(event) => onChoice({ ...choice, measure: event.currentTarget.value as MeasureKey })}
        data={MEASURES_SHOWN.map((value) => ({ value, label: texts.results.measures[value] }))}
      />
      <SegmentedControl
        aria-label={t.layer}
        value={choice.layer}
        onChange={(value) => onChoice({ ...choice, layer: value as MapChoice['layer'] })}
        data={[
          { value: 'ends', label: t.ends },
          { value: 'rays', label: t.rays },
        ]}
      />
      <span className={classes.space} />
      <ActionIcon.Group>
        {TOOLS.map(([each, Icon]) => (
          <ActionIcon
            key={each}
            variant={tool === each ? 'light' : 'subtle'}
            aria-label={t.tools[each]}
            aria-pressed={tool === each}
            title={t.tools[each]}
            onClick={() => onTool(each)}
          >
            <Icon size={16} stroke={1.6} />
          </ActionIcon>
        ))}
      </ActionIcon.Group>
      <ActionIcon
        aria-label={t.table}
        aria-pressed={asTable}
        title={t.table}
        variant={asTable ? 'light' : 'subtle'}
        onClick={() => onTable(!asTable)}
      >
        <IconTable size={16} stroke={1.6} />
      </ActionIcon>
    </div>
  );
}
