import { ActionIcon } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { MouseEvent, ReactNode } from 'react';
import { openContextMenu, type MenuItem } from '../../common/contextMenu/store';
import { texts } from '../../texts';

interface PlotMenuProps {
  /** Of the plot. */
  name: string;
  /** What the menu offers at a place of the plot; of its button, without one. */
  items: (at: MouseEvent | null) => MenuItem[];
}

/** A button with the menu of a plot, which the other mouse button opens anywhere on it. */
export function PlotMenuButton({ name, items, size = 28 }: PlotMenuProps & { size?: number }) {
  const label = texts.picture.more(name);
  return (
    <ActionIcon
      size={size}
      aria-label={label}
      aria-haspopup="menu"
      title={label}
      onClick={(event) => openContextMenu(event, texts.contextMenu.of(name), items(null))}
    >
      <IconDots size={size < 24 ? 14 : 16} stroke={1.6} aria-hidden="true" />
    </ActionIcon>
  );
}

/** Opens the menu of a plot by the other mouse button, the Menu key or Shift+F10, wherever in it the focus is. */
export function WithPlotMenu({
  name,
  items,
  className,
  children,
}: PlotMenuProps & { className?: string | undefined; children: ReactNode }) {
  const open = (event: MouseEvent) => {
    // Fields have the menu of the system, for what is typed.
    if (event.target instanceof Element && event.target.closest('input, select, textarea')) return;
    const byKey = event.button !== 2;
    openContextMenu(event, texts.contextMenu.of(name), items(byKey ? null : event), event.target as Element);
  };
  return (
    <div className={className} onContextMenu={open}>
      {children}
    </div>
  );
}
