import { Menu } from '@mantine/core';
import { Fragment, useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import classes from './ContextMenu.module.css';
import { closeContextMenu, useContextMenu, type MenuItem, type OpenMenu } from './store';

/** Takes the focus before the event that opens the menu has ended, and gives it back. Any later, keys that follow quickly
 *  would go to what is beneath, or be thrown back to the first item and do what it does.
 *  @returns ref of the item that takes it */
function useBorrowedFocus() {
  const first = useRef<HTMLButtonElement>(null);
  const before = useRef<Element>(null);
  useLayoutEffect(() => {
    before.current = document.activeElement;
    // Where the menu will be is not known yet: nothing may scroll to where it is until then.
    first.current?.focus({ preventScroll: true });
  }, []);
  useEffect(
    () => () => {
      const { activeElement } = document;
      const isFree = activeElement === null || activeElement === document.body;
      if (!isFree && !activeElement.closest('[role=menu]')) return;
      if (before.current instanceof HTMLElement) before.current.focus();
    },
    [],
  );
  return first;
}

function Items({ items }: { items: MenuItem[] }) {
  const first = useBorrowedFocus();
  const firstEnabled = items.findIndex(({ enabled = true }) => enabled);
  return items.map(({ text, enabled = true, divided = false, run }, index) => (
    <Fragment key={text}>
      {divided && <Menu.Divider />}
      <Menu.Item ref={index === firstEnabled ? first : undefined} disabled={!enabled} onClick={() => void run()}>
        {text}
      </Menu.Item>
    </Fragment>
  ));
}

function keepTab(event: KeyboardEvent): void {
  if (event.key === 'Tab') event.preventDefault();
}

function Opened({ label, items, x, y }: OpenMenu) {
  return (
    <Menu
      opened
      onClose={closeContextMenu}
      position="bottom-start"
      offset={0}
      // It would focus the first item later, by a timer.
      trapFocus={false}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <button type="button" tabIndex={-1} aria-label={label} className={classes.place} style={{ left: x, top: y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={label} onKeyDown={keepTab} onContextMenu={(event) => event.preventDefault()}>
        <Items items={items} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** The one context menu of the page, the same in a window and in a browser. */
export function ContextMenu() {
  const menu = useContextMenu((state) => state.menu);
  return menu && <Opened key={`${menu.x} ${menu.y}`} {...menu} />;
}
