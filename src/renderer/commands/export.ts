import { setArea } from '../app/store';
import { setExport, type ExportKind } from '../export/store';
import { pairRows } from '../pairs/table';
import { exportTable } from '../run/download';
import { texts } from '../texts';
import { hasProject } from './conditions';
import type { Command, CommandGroup } from './types';

const t = texts.commands;

const hasResults = () => hasProject() && pairRows.rows.length > 0;

const KINDS: ExportKind[] = ['tables', 'figures', 'adjointSources', 'rerun'];

const places = KINDS.map<Command>((kind) => ({
  id: `export.${kind}`,
  text: t.exports[kind],
  menu: 'file',
  section: 'export',
  enabled: hasResults,
  run: () => {
    setArea('export');
    setExport({ kind, preview: null });
  },
}));

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
    ...places,
  ],
};
