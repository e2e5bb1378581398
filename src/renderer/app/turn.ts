import type { ApiEvents } from '@/api';
import { texts } from '../texts';
import { isTurning, leaveProject, openProject } from './actions';
import { notifyChoice } from './notices';
import { useApp } from './store';

/** Another page has opened another project, or closed this one: what is asked from here would be answered for that one,
 *  so this page leaves its own, and says why. */
export function takeTurn({ path }: ApiEvents['turned']): void {
  const { project } = useApp.getState();
  if (project === null || project.path === path || isTurning()) return;
  const t = texts.shell;
  leaveProject();
  const action = path === null ? t.openAgain(project.name) : t.openAsWell;
  const message = path === null ? t.closedElsewhere(project.name) : t.openedElsewhere(path);
  notifyChoice(message, t.oneProject, { text: action, run: () => void openProject(path ?? project.path) });
}
