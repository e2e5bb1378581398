// The double's menus: told to the test without what their items do, and held to what Electron's documentation allows.
import { needsReady, tell, windows } from './lifecycle.mjs';

const MODIFIERS = /^(Command|Cmd|Control|Ctrl|CommandOrControl|CmdOrCtrl|Alt|Option|AltGr|Shift|Super|Meta)$/;
const KEYS =
  /^([A-Z0-9]|F([1-9]|1\d|2[0-4])|[)!@#$%^&*(:;+=<,_\->.?/~`{\][|\\}"']|Plus|Space|Tab|Capslock|Numlock|Scrolllock|Backspace|Delete|Insert|Return|Enter|Up|Down|Left|Right|Home|End|PageUp|PageDown|Escape|Esc|num\d)$/i;
const ROLES =
  'undo redo cut copy paste pasteandmatchstyle delete selectall reload forcereload toggledevtools resetzoom zoomin ' +
  'zoomout togglefullscreen window minimize close help about services hide hideothers unhide quit zoom front appmenu ' +
  'filemenu editmenu viewmenu windowmenu recentdocuments clearrecentdocuments';

function check({ accelerator, role, label, type, submenu }) {
  if (role !== undefined && !ROLES.split(' ').includes(role.toLowerCase())) throw new Error(`no role "${role}"`);
  if (role === undefined && label === undefined && type !== 'separator') throw new Error('an item without a label');
  const parts = accelerator?.split('+') ?? [];
  const key = parts.pop();
  if (key !== undefined && !(KEYS.test(key) && parts.every((part) => MODIFIERS.test(part)))) {
    throw new Error(`"${accelerator}" is no accelerator`);
  }
  submenu?.forEach(check);
}

const plain = (template) =>
  template.map((item) => {
    const told = { ...item, ...(item.submenu && { submenu: plain(item.submenu) }) };
    delete told.click;
    return told;
  });

let applicationMenu = [];

export const Menu = {
  buildFromTemplate(template) {
    template.forEach(check);
    return { template, popup: () => tell('popup', plain(template)) };
  },
  setApplicationMenu({ template }) {
    needsReady('Menu.setApplicationMenu');
    applicationMenu = template;
    tell('menu', plain(template));
  },
};

/** Chooses an item of the application's menu by its labels, from the menu bar on. */
export function choose(labels) {
  let items = applicationMenu;
  for (const [depth, label] of labels.entries()) {
    const item = items.find((each) => each.label === label);
    if (item === undefined) throw new Error(`no "${label}" in the menu`);
    if (depth === labels.length - 1) item.click(item, windows[0], {});
    else items = item.submenu;
  }
}
