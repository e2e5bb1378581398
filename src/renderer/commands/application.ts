import { api } from '../bridge';
import { closeProject, openByDialog, openDemo } from '../app/actions';
import { notifyError } from '../app/notices';
import { setChoosing, showPane, togglePalette } from '../app/shell';
import { useApp } from '../app/store';
import { texts } from '../texts';
import { hasProject, isElectron, isRunning } from './conditions';
import type { CommandGroup } from './types';

const t = texts.commands;

/** Native dialog where there is one, and the page's own list of folders elsewhere. */
async function openFolder(): Promise<void> {
  if (!(await openByDialog())) setChoosing(true);
}

function showProject(): void {
  const { project } = useApp.getState();
  if (project) void api.reveal({ path: project.path }).catch(notifyError);
}

export const applicationCommands: CommandGroup = {
  title: t.groups.application,
  commands: [
    {
      id: 'app.palette',
      text: t.showPalette,
      keys: ['mod+K'],
      menu: 'view',
      section: 'palette',
      unlisted: true,
      run: togglePalette,
    },
    { id: 'app.open', text: t.openFolder, keys: ['mod+O'], menu: 'file', section: 'open', run: openFolder },
    { id: 'app.demo', text: t.openDemo, menu: 'file', section: 'open', enabled: () => !isRunning(), run: openDemo },
    {
      id: 'app.close',
      text: t.closeProject,
      menu: 'file',
      section: 'project',
      enabled: () => hasProject() && !isRunning(),
      run: closeProject,
    },
    {
      id: 'app.reveal',
      text: t.reveal,
      menu: 'file',
      section: 'project',
      enabled: () => hasProject() && isElectron(),
      run: showProject,
    },
    { id: 'app.preferences', text: t.preferences, keys: ['mod+,'], menu: 'app', run: () => showPane('preferences') },
    {
      id: 'app.shortcuts',
      text: t.shortcuts,
      keys: ['mod+/', 'F1'],
      menu: 'help',
      section: 'help',
      run: () => showPane('shortcuts'),
    },
    {
      id: 'app.documentation',
      text: t.documentation,
      menu: 'help',
      section: 'help',
      enabled: isElectron,
      run: () => api.showFolder({ which: 'documentation' }).catch(notifyError),
    },
    {
      id: 'app.logs',
      text: t.logs,
      menu: 'help',
      section: 'help',
      enabled: isElectron,
      run: () => api.showFolder({ which: 'logs' }).catch(notifyError),
    },
    { id: 'app.about', text: t.about, menu: 'about', run: () => showPane('about') },
  ],
};
