import { NativeSelect, SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Tool } from '../../map/tools';
import { texts } from '../../texts';
import type { GroupStatistic } from '../analysis/groups';
import { MEASURE_KEYS, type MeasureKey } from '../measures';
import plot from '../plot.module.css';
import { TableToggle, ToolButtons } from '../PlotTools';

const t = texts.results.map;

export interface MapChoice {
  measure: MeasureKey;
  statistic: GroupStatistic;
  layer: 'ends' | 'rays';
}

interface MapBarProps {
  choice: MapChoice;
  onChoice: (choice: MapChoice) => void;
  tool: Tool;
  onTool: (tool: Tool) => void;
  asTable: boolean;
  onTable: (asTable: boolean) => void;
  menu: ReactNode;
}

const MEASURES_SHOWN = MEASURE_KEYS.filter((key) => !['distance', 'azimuth', 'backazimuth', 'start'].includes(key));

/** What the map shows, and what the pointer does on it. */
export function MapBar({ choice, onChoice, tool, onTool, asTable, onTable, menu }: MapBarProps) {
  return (
    <div className={plot.bar}>
      <NativeSelect
        size="xs"
        w={88}
        aria-label={t.statistic}
        value={choice.statistic}
        onChange={(event) => onChoice({ ...choice, statistic: event.currentTarget.value as GroupStatistic })}
        data={(['median', 'mean', 'count'] as const).map((value) => ({ value, label: t.statistics[value] }))}
      />
      <NativeSelect
        size="xs"
        w={128}
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
      <span className={plot.space} />
      <ToolButtons tools={['pan', 'rectangle', 'lasso']} tool={tool} onTool={onTool} />
      <TableToggle label={t.table} asTable={asTable} onTable={onTable} />
      {menu}
    </div>
  );
}
