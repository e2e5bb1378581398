import { pairRows } from '../pairs/table';
import { exportTable } from '../run/download';
import { texts } from '../texts';
import { hasProject } from './conditions';
import type { CommandGroup } from './types';

const t = texts.commands;

const hasResults = () => hasProject() && pairRows.rows.length > 0;

export const exportCommands: CommandGroup = {
  title: t.groups.export,
  commands: [
    {
      id: 'export.misfits',
      text: t.exportMisfits,
      keys: ['mod+E'],
      menu: 'file',
      section: 'export',
      enabled: hasResults,
      run: () => exportTable('misfits', 'csv'),
    },
    {
      id: 'export.windows',
      text: t.exportWindows,
      menu: 'file',
      section: 'export',
      enabled: hasResults,
      run: () => exportTable('windows', 'csv'),
    },
  ],
};
