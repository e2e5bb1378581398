import { ActionIcon } from '@mantine/core';
import { IconHandStop, IconLasso, IconMarquee, IconTable } from '@tabler/icons-react';
import type { Tool } from '../map/tools';
import { texts } from '../texts';

const t = texts.results.map;
const ICONS = { pan: IconHandStop, rectangle: IconMarquee, lasso: IconLasso };

interface ToolButtonsProps {
  tools: readonly Tool[];
  tool: Tool;
  onTool: (tool: Tool) => void;
}

/** What a drag over a plot does. */
export function ToolButtons({ tools, tool, onTool }: ToolButtonsProps) {
  return (
    <ActionIcon.Group>
      {tools.map((each) => {
        const Icon = ICONS[each];
        return (
          <ActionIcon
            key={each}
            variant={tool === each ? 'light' : 'subtle'}
            aria-label={t.tools[each]}
            aria-pressed={tool === each}
            title={t.tools[each]}
            onClick={() => onTool(each)}
          >
            <Icon size={16} stroke={1.6} aria-hidden="true" />
          </ActionIcon>
        );
      })}
    </ActionIcon.Group>
  );
}

interface TableToggleProps {
  label: string;
  asTable: boolean;
  onTable: (asTable: boolean) => void;
}

/** A plot as a table of numbers, and back. */
export function TableToggle({ label, asTable, onTable }: TableToggleProps) {
  return (
    <ActionIcon
      aria-label={label}
      aria-pressed={asTable}
      title={label}
      variant={asTable ? 'light' : 'subtle'}
      onClick={() => onTable(!asTable)}
    >
      <IconTable size={16} stroke={1.6} aria-hidden="true" />
    </ActionIcon>
  );
}
