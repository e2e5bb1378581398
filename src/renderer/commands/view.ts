import { AREAS } from '../app/areas';
import { schemeManager } from '../app/scheme';
import { setArea, useApp } from '../app/store';
import { texts } from '../texts';
import { hasProject } from './conditions';
import type { Command, CommandGroup } from './types';

const t = texts.commands;

const areas = AREAS.map<Command>(({ area, text }, index) => ({
  id: `view.${area}`,
  text: t.area(text),
  keys: [`mod+${index + 1}`],
  menu: 'view',
  section: 'areas',
  enabled: hasProject,
  checked: () => useApp.getState().area === area,
  run: () => setArea(area),
}));

const themes = (['light', 'dark', 'auto'] as const).map<Command>((scheme) => ({
  id: `view.${scheme}`,
  text: t[scheme === 'auto' ? 'system' : scheme],
  menu: 'view',
  section: 'theme',
  checked: () => schemeManager.get('auto') === scheme,
  run: () => schemeManager.choose(scheme),
}));

export const viewCommands: CommandGroup = { title: t.groups.view, commands: [...areas, ...themes] };
