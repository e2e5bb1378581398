import { Menu } from '@mantine/core';
import { Fragment } from 'react';
import { closeContextMenu, useContextMenu } from './store';

/** The one context menu of the page, the same in a window and in a browser. */
export function ContextMenu() {
  const menu = useContextMenu((state) => state.menu);
  if (menu === null) return null;
  const { label, items, x, y } = menu;
  return (
    <Menu
      key={`${x} ${y}`}
      opened
      onClose={closeContextMenu}
      position="bottom-start"
      offset={0}
      returnFocus
      trapFocus
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <span style={{ position: 'fixed', left: x, top: y, width: 0, height: 0 }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={label} onContextMenu={(event) => event.preventDefault()}>
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
