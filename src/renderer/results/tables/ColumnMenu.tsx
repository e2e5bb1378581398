import { ActionIcon, Checkbox, Menu } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { texts } from '../../texts';
import type { TableColumn } from './columns';

interface ColumnMenuProps {
  columns: readonly TableColumn[];
  hidden: readonly string[];
  onHidden: (hidden: string[]) => void;
}

/** Chooses the columns of a table. */
export function ColumnMenu({ columns, hidden, onHidden }: ColumnMenuProps) {
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon aria-label={texts.results.table.columns} title={texts.results.table.columns}>
          <IconColumns3 size={16} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.map(({ key, title }) => {
          const shown = !hidden.includes(key);
          return (
            <Menu.Item
              key={key}
              role="menuitemcheckbox"
              aria-checked={shown}
              leftSection={<Checkbox.Indicator size="xs" checked={shown} />}
              onClick={() => onHidden(shown ? [...hidden, key] : hidden.filter((other) => other !== key))}
            >
              {title}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
