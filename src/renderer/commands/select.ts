import { setArea, useApp } from '../app/store';
import { selectAll, selectOnly } from '../select/store';
import { texts } from '../texts';
import { hasProject } from './conditions';
import type { CommandGroup } from './types';

const t = texts.commands;

export const selectCommands: CommandGroup = {
  title: t.groups.select,
  commands: [
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
  ],
};
