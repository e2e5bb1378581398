import { basename } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import type { MenuEntry } from '@/api';
import { texts } from './texts';

type Item = MenuItemConstructorOptions;

/** What a menu is made for. */
export interface MenuState {
  platform: NodeJS.Platform;
  /** Has what only developers need. */
  development: boolean;
  /** Folders of recent projects, newest first. */
  recent: readonly string[];
  /** Commands of the page; empty while there is no page. */
  entries: readonly MenuEntry[];
}

export interface MenuActions {
  openFolder(): void;
  openProject(path: string): void;
  clearRecent(): void;
  /** Does a command of the page. */
  command(id: string): void;
}

const SEPARATOR: Item = { type: 'separator' };

/** The application's menu: what each platform expects of one, with the page's commands in their places.
 *  @see Electron's documentation of Menu and MenuItem */
export function menuTemplate(state: MenuState, actions: MenuActions): Item[] {
  const { entries, platform, development } = state;
  const isMac = platform === 'darwin';
  const from = (menu: MenuEntry['menu']) => entries.filter((entry) => entry.menu === menu);
  const items = (menu: MenuEntry['menu']) => sections(from(menu), actions);
  const about = from('about').length > 0 ? items('about') : [{ role: 'about', label: texts.about } satisfies Item];
  const settings = isMac
    ? from('app').map((entry) => ({ ...itemOf(entry, actions), label: texts.settings }))
    : items('app');
  const run: Item[] = from('run').length > 0 ? [{ label: texts.menus.run, submenu: items('run') }] : [];
  return [
    ...(isMac ? [appMenu(about, settings)] : []),
    { label: texts.menus.file, submenu: fileMenu(state, actions, isMac ? [] : settings) },
    { label: texts.menus.edit, submenu: editMenu(from('edit'), actions) },
    { label: texts.menus.view, submenu: joined(items('view'), VIEW, development ? DEVELOPMENT : []) },
    ...run,
    { role: 'windowMenu' },
    { role: 'help', label: texts.menus.help, submenu: joined(items('help'), isMac ? [] : about) },
  ];
}

function appMenu(about: Item[], settings: Item[]): Item {
  const system: Item[] = [{ role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }];
  return {
    label: texts.name,
    submenu: joined(about, settings, [{ role: 'services' }], system, [{ role: 'quit' }]),
  };
}

function fileMenu({ entries, recent, platform }: MenuState, actions: MenuActions, settings: Item[]): Item[] {
  const own = entries.filter(({ menu }) => menu === 'file');
  const open = own.filter(({ section }) => section === 'open');
  const openFolder: Item = { label: texts.openFolder, accelerator: 'CmdOrCtrl+O', click: () => actions.openFolder() };
  const recentItems = recent.map<Item>((path) => ({
    label: basename(path),
    sublabel: path,
    toolTip: path,
    click: () => actions.openProject(path),
  }));
  const clear: Item = { label: texts.clearRecent, click: () => actions.clearRecent() };
  const openRecent: Item = {
    label: texts.openRecent,
    enabled: recent.length > 0,
    submenu: joined(recentItems, recent.length > 0 ? [clear] : []),
  };
  return joined(
    [...(open.length > 0 ? open.map((entry) => itemOf(entry, actions)) : [openFolder]), openRecent],
    sections(
      own.filter(({ section }) => section !== 'open'),
      actions,
    ),
    settings,
    [platform === 'darwin' ? { role: 'close' } : { role: 'quit' }],
  );
}

/** Texts have the platform's own editing; undoing belongs to the page where it has something else to undo. */
function editMenu(own: MenuEntry[], actions: MenuActions): Item[] {
  const undo = own.filter(({ section }) => section === 'undo').map((entry) => itemOf(entry, actions));
  const others = own.filter(({ section }) => section !== 'undo');
  return joined(
    undo.length > 0 ? undo : [{ role: 'undo' }, { role: 'redo' }],
    [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'delete' }, { role: 'selectAll' }],
    sections(others, actions),
  );
}

const VIEW: Item[] = [
  { role: 'resetZoom' },
  { role: 'zoomIn' },
  // The same key without Shift.
  { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false },
  { role: 'zoomOut' },
  SEPARATOR,
  { role: 'togglefullscreen' },
];

const DEVELOPMENT: Item[] = [{ role: 'reload' }, { role: 'forceReload' }, { role: 'toggleDevTools' }];

function itemOf({ id, text, keys, enabled, checked }: MenuEntry, actions: MenuActions): Item {
  return {
    id,
    label: text,
    enabled,
    ...(checked === null ? {} : { type: 'checkbox' as const, checked }),
    // The page takes its keys itself, in every face; here they are only shown.
    ...(keys === null ? {} : { accelerator: keys, registerAccelerator: false }),
    click: () => actions.command(id),
  };
}

/** Entries with separators between their sections. */
function sections(entries: readonly MenuEntry[], actions: MenuActions): Item[] {
  const names = [...new Set(entries.map(({ section }) => section))];
  const parts = names.map((name) =>
    entries.filter(({ section }) => section === name).map((entry) => itemOf(entry, actions)),
  );
  return joined(...parts);
}

/** Lists with separators between those that have something. */
function joined(...lists: Item[][]): Item[] {
  return lists.filter((list) => list.length > 0).flatMap((list, index) => (index > 0 ? [SEPARATOR, ...list] : list));
}
