import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { closePane, useShell, type Pane } from '../app/shell';
import { texts } from '../texts';
import { AboutPane } from './AboutPane';
import { PreferencesPane } from './PreferencesPane';
import { ShortcutsPane } from './ShortcutsPane';
import classes from './SidePane.module.css';

const t = texts.panes;

const CONTENT: Record<Pane, () => React.ReactNode> = {
  preferences: PreferencesPane,
  shortcuts: ShortcutsPane,
  about: AboutPane,
};

/** Takes the focus when it opens, and gives it back to where it came from. */
function useBorrowedFocus(pane: Pane | null) {
  const title = useRef<HTMLHeadingElement>(null);
  const before = useRef<Element | null>(null);
  useEffect(() => {
    if (pane === null) return;
    before.current ??= document.activeElement;
    title.current?.focus();
  }, [pane]);
  useEffect(() => {
    if (pane !== null) return;
    if (before.current instanceof HTMLElement && document.activeElement === document.body) before.current.focus();
    before.current = null;
  }, [pane]);
  return title;
}

/** What goes with every area, at the right: it stays while the work goes on beside it. */
export function SidePane() {
  const pane = useShell((state) => state.pane);
  const title = useBorrowedFocus(pane);
  if (pane === null) return null;
  const Content = CONTENT[pane];
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !event.currentTarget.contains(event.target as Node)) return;
    event.preventDefault();
    closePane();
  };
  return (
    <aside className={classes.pane} aria-labelledby="side-pane-title" onKeyDown={onKeyDown}>
      <header className={classes.header}>
        <h2 ref={title} id="side-pane-title" className={classes.title} tabIndex={-1}>
          {t.titles[pane]}
        </h2>
        <ActionIcon aria-label={t.close} title={t.close} onClick={closePane}>
          <IconX size={17} stroke={1.7} />
        </ActionIcon>
      </header>
      <div className={classes.body} role="group" aria-labelledby="side-pane-title" tabIndex={0}>
        <Content key={pane} />
      </div>
    </aside>
  );
}
