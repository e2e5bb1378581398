import { setSavedShown } from '../app/shell';
import { setArea, useApp } from '../app/store';
import { setTool, useMapTools, zoomToSelection } from '../map/tools';
import { selectAll, selectOnly } from '../select/store';
import { texts } from '../texts';
import { hasProject, isIn } from './conditions';
import type { Command, CommandGroup } from './types';

const t = texts.commands;

const tools = (['pan', 'rectangle', 'lasso'] as const).map<Command>((tool) => ({
  id: `select.${tool}`,
  text: t.mapTools[tool],
  keys: [{ pan: 'V', rectangle: 'R', lasso: 'L' }[tool]],
  menu: 'view',
  section: 'map',
  enabled: isIn('select'),
  checked: () => useMapTools.getState().tool === tool,
  run: () => setTool(tool),
}));

export const selectCommands: CommandGroup = {
  title: t.groups.select,
  commands: [
    ...tools,
    {
      id: 'select.zoom',
      text: t.zoomToSelection,
      keys: ['Z'],
      menu: 'view',
      section: 'map',
      enabled: isIn('select'),
      run: zoomToSelection,
    },
    {
      id: 'select.all',
      text: t.selectEverything,
      menu: 'edit',
      section: 'selection',
      enabled: hasProject,
      run: () => {
        const { project } = useApp.getState();
        if (project) selectAll(project);
        setArea('select');
      },
    },
    {
      id: 'select.none',
      text: t.selectNothing,
      menu: 'edit',
      section: 'selection',
      enabled: hasProject,
      run: () => {
        selectOnly('events', []);
        selectOnly('stations', []);
        setArea('select');
      },
    },
    {
      id: 'select.saved',
      text: t.savedSelections,
      menu: 'edit',
      section: 'selection',
      enabled: hasProject,
      run: () => {
        setArea('select');
        setSavedShown(true);
      },
    },
  ],
};
