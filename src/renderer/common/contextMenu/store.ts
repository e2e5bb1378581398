import type { MouseEvent } from 'react';
import { create } from 'zustand';

export interface MenuItem {
  text: string;
  enabled?: boolean;
  /** A line before it. */
  divided?: boolean;
  run: () => unknown;
}

export interface OpenMenu {
  /** What it is a menu of, for its name. */
  label: string;
  items: MenuItem[];
  /** px in the window. */
  x: number;
  y: number;
}

export const useContextMenu = create<{ menu: OpenMenu | null }>(() => ({ menu: null }));

export function closeContextMenu(): void {
  useContextMenu.setState({ menu: null });
}

/** Opens a menu where the pointer is; by key, at the element that it belongs to. The menu of the browser or the system
 *  does not come up then.
 *  @param of the element that a menu by key belongs to */
export function openContextMenu(event: MouseEvent, label: string, items: MenuItem[], of?: Element | null): void {
  event.preventDefault();
  const byKey = event.button !== 2;
  const box = (of ?? event.currentTarget).getBoundingClientRect();
  const [x, y] = byKey ? [box.left + 24, box.bottom] : [event.clientX, event.clientY];
  useContextMenu.setState({ menu: { label, items, x, y } });
}
