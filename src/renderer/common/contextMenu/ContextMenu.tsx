import { Menu } from '@mantine/core';
import { Fragment, useEffect, useRef } from 'react';
import classes from './ContextMenu.module.css';
import { closeContextMenu, useContextMenu, type OpenMenu } from './store';

/** Takes the focus, so that the arrows work at once, and gives it back. */
function useBorrowedFocus() {
  const dropdown = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    // The dropdown is placed, and can be focused, a frame after it is mounted.
    const frame = window.requestAnimationFrame(() => {
      dropdown.current?.querySelector<HTMLElement>('[role=menuitem]:not([data-disabled])')?.focus();
    });
    return () => {
      window.cancelAnimationFrame(frame);
      const { activeElement } = document;
      const isFree = activeElement === null || activeElement === document.body;
      if (before instanceof HTMLElement && (isFree || activeElement.closest('[role=menu]'))) before.focus();
    };
  }, []);
  return dropdown;
}

function Opened({ label, items, x, y }: OpenMenu) {
  const dropdown = useBorrowedFocus();
  return (
    <Menu
      opened
      onClose={closeContextMenu}
      position="bottom-start"
      offset={0}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <button type="button" tabIndex={-1} aria-label={label} className={classes.place} style={{ left: x, top: y }} />
      </Menu.Target>
      <Menu.Dropdown ref={dropdown} aria-label={label} onContextMenu={(event) => event.preventDefault()}>
        {items.map(({ text, enabled = true, divided = false, run }) => (
          <Fragment key={text}>
            {divided && <Menu.Divider />}
            <Menu.Item disabled={!enabled} onClick={() => void run()}>
              {text}
            </Menu.Item>
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The one context menu of the page, the same in a window and in a browser. */
export function ContextMenu() {
  const menu = useContextMenu((state) => state.menu);
  return menu && <Opened key={`${menu.x} ${menu.y}`} {...menu} />;
}
