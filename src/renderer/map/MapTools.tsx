import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconHandStop, IconLasso, IconMarquee } from '@tabler/icons-react';
import { texts } from '../texts';
import classes from './MapView.module.css';
import { setTargets, setTool, useMapTools, type Targets, type Tool } from './tools';

const t = texts.select;
const TOOLS: { tool: Tool; Icon: typeof IconLasso }[] = [
  { tool: 'pan', Icon: IconHandStop },
  { tool: 'rectangle', Icon: IconMarquee },
  { tool: 'lasso', Icon: IconLasso },
];
const TARGETS = (['both', 'events', 'stations'] as const).map((value) => ({ value, label: t.targets[value] }));

/** What a drag over the map does, and what it selects. */
export function MapTools() {
  const { tool, targets } = useMapTools();
  return (
    <div className={classes.tools} role="toolbar" aria-label={t.tools.label}>
      <ActionIcon.Group>
        {TOOLS.map(({ tool: each, Icon }) => (
          <ActionIcon
            key={each}
            variant={tool === each ? 'filled' : 'default'}
            color={tool === each ? 'accent' : undefined}
            size={28}
            aria-label={t.tools[each]}
            aria-pressed={tool === each}
            title={t.tools[each]}
            onClick={() => setTool(each)}
          >
            <Icon size={16} stroke={1.7} aria-hidden="true" />
          </ActionIcon>
        ))}
      </ActionIcon.Group>
      {tool !== 'pan' && (
        <SegmentedControl
          aria-label={t.targets.label}
          data={TARGETS}
          value={targets}
          onChange={(value) => setTargets(value as Targets)}
        />
      )}
    </div>
  );
}
