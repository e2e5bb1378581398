import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import type { MenuEntry } from '@/api';
import { menuTemplate, type MenuState } from './menu';

const actions = { openFolder: vi.fn(), openProject: vi.fn(), clearRecent: vi.fn(), command: vi.fn() };
const entry = (menu: MenuEntry['menu'], id: string, section = ''): MenuEntry => ({
  ...{ menu, id, section, text: id, keys: null, enabled: true, checked: null },
});
const entries = [
  entry('file', 'open', 'open'),
  entry('file', 'export', 'export'),
  entry('app', 'preferences'),
  entry('about', 'about'),
  entry('edit', 'undo', 'undo'),
  entry('view', 'areas'),
  entry('help', 'shortcuts'),
];

function labels(state: Partial<MenuState>): Record<string, string[]> {
  const template = menuTemplate({ platform: 'linux', development: false, recent: [], entries, ...state }, actions);
  const name = ({ label, role, type }: MenuItemConstructorOptions) =>
    label ?? role ?? (type === 'separator' ? '—' : '?');
  return Object.fromEntries(
    template.map((menu) => [name(menu), ((menu.submenu ?? []) as MenuItemConstructorOptions[]).map(name)]),
  );
}

describe('the menu', () => {
  it('of Linux and Windows has preferences and quit under File, and About under Help', () => {
    const menus = labels({});
    expect(Object.keys(menus)).toEqual(['&File', '&Edit', '&View', 'windowMenu', '&Help']);
    expect(menus['&File']).toEqual(['open', 'Open Recent', '—', 'export', '—', 'preferences', '—', 'quit']);
    expect(menus['&Help']).toEqual(['shortcuts', '—', 'about']);
  });

  it('of a Mac has them in the menu of the application, and Close under File', () => {
    const menus = labels({ platform: 'darwin' });
    expect(Object.keys(menus)[0]).toBe('Atoa');
    expect(menus.Atoa!.slice(0, 5)).toEqual(['about', '—', 'Settings…', '—', 'services']);
    expect(menus.Atoa!.at(-1)).toBe('quit');
    expect(menus['&File']!.at(-1)).toBe('close');
    expect(menus['&Help']).toEqual(['shortcuts']);
  });

  it("takes the page's undo in place of the system's, and editing of texts always from the system", () => {
    expect(labels({})['&Edit']).toEqual(['undo', '—', 'cut', 'copy', 'paste', 'delete', 'selectAll']);
  });

  it('has what is for developers only in development', () => {
    expect(labels({})['&View']).not.toContain('toggleDevTools');
    expect(labels({ development: true })['&View']).toContain('toggleDevTools');
  });
});
