import { openProject } from '../app/actions';
import { api } from '../bridge';
import { notifyError } from '../app/notices';
import { setArea, useApp } from '../app/store';
import { copyProblems } from '../project/copying';
import { listProblems } from '../project/problems';
import { recheck } from '../project/recheck';
import { texts } from '../texts';
import { createProject, leaveWizard, surveyFolder } from '../wizard/actions';
import { canCreate, useWizard } from '../wizard/store';
import { hasProject, isRunning } from './conditions';
import type { CommandGroup } from './types';

const t = texts.commands;

const inWizard = () => useWizard.getState().path !== null;

async function forgetRecents(): Promise<void> {
  await api.clearRecent({}).catch(notifyError);
  useApp.setState({ recent: [] });
}

async function create(): Promise<void> {
  const path = await createProject();
  if (path !== null) await openProject(path);
}

/** What there is in a folder, and the setup of one that is no project yet. */
export const projectCommands: CommandGroup = {
  title: t.groups.project,
  commands: [
    {
      id: 'project.recheck',
      text: t.recheck,
      menu: 'file',
      section: 'project',
      enabled: () => hasProject() && !isRunning(),
      run: () => {
        setArea('project');
        return recheck(true);
      },
    },
    {
      id: 'project.copyProblems',
      text: t.copyProblems,
      menu: 'edit',
      section: 'copy',
      enabled: hasProject,
      run: () => {
        const { project } = useApp.getState();
        return project && copyProblems(listProblems(project));
      },
    },
    {
      id: 'project.clearRecent',
      text: t.clearRecent,
      menu: null,
      enabled: () => useApp.getState().recent.length > 0,
      run: forgetRecents,
    },
    {
      id: 'wizard.create',
      text: t.writeParameters,
      menu: 'file',
      section: 'wizard',
      enabled: () => inWizard() && canCreate(useWizard.getState()),
      run: create,
    },
    {
      id: 'wizard.again',
      text: t.surveyAgain,
      menu: 'file',
      section: 'wizard',
      enabled: inWizard,
      run: () => surveyFolder(useWizard.getState().path ?? ''),
    },
    { id: 'wizard.leave', text: t.leaveWizard, menu: 'file', section: 'wizard', enabled: inWizard, run: leaveWizard },
  ],
};
