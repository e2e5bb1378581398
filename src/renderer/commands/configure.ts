import { setArea, useApp } from '../app/store';
import { focusSoon } from '../common/focus';
import { readParameters, saveParameters } from '../configure/actions';
import { isUnsaved, useConfigure } from '../configure/store';
import { texts } from '../texts';
import { hasProject, isRunning } from './conditions';
import type { CommandGroup } from './types';

const t = texts.commands;

const unsaved = () => hasProject() && isUnsaved(useConfigure.getState());

export const configureCommands: CommandGroup = {
  title: t.groups.configure,
  commands: [
    {
      id: 'configure.save',
      text: t.saveParameters,
      keys: ['mod+S'],
      menu: 'file',
      section: 'save',
      enabled: () => unsaved() && !isRunning() && useConfigure.getState().draft.parameters !== null,
      run: saveParameters,
    },
    {
      id: 'configure.revert',
      text: t.revertParameters,
      menu: 'file',
      section: 'save',
      enabled: unsaved,
      run: () => readParameters(useApp.getState().project?.path ?? ''),
    },
    {
      id: 'configure.search',
      text: t.searchParameters,
      keys: ['mod+shift+F'],
      menu: 'edit',
      section: 'find',
      enabled: hasProject,
      run: () => {
        setArea('configure');
        focusSoon(`[aria-label="${texts.configure.searchLabel}"]`);
      },
    },
  ],
};
