import type { ApiEvents } from '@/api';
import { takeProject } from '../app/takeProject';
import { dismiss, dismissRefusals, notifyChoice, notifyDone, notifyError } from '../app/notices';
import { useApp } from '../app/store';
import { api, ApiError } from '../bridge';
import { forgetDraft, isUnsaved, useConfigure } from '../configure/store';
import { isGoing, useRun } from '../run/store';
import { texts } from '../texts';
import { differs } from './differs';

const t = texts.project;
let going = false;
/** The message that the file of parameters was changed, until it is read. */
let changedNotice: number | null = null;

/** Looks whether the project's folders have changed, and takes what is there now.
 *  @param asked by the user, who is told of the outcome; otherwise only what has changed is told */
export async function recheck(asked: boolean): Promise<void> {
  const before = useApp.getState().project;
  if (before === null || going) return;
  going = true;
  try {
    const project = await api.recheckProject({ force: asked });
    dismissRefusals('folder-gone');
    // Another one may be open by now.
    if (project === null || useApp.getState().project?.path !== project.path) return;
    if (!differs(before, project)) {
      if (asked) notifyDone(t.rechecked);
      return;
    }
    takeProject(project);
    // The page that edits parameters reads them again; what is typed there and not saved stays.
    if (!isUnsaved(useConfigure.getState())) readAnew();
    notifyDone(t.updated);
  } catch (error) {
    // Whoever comes back to the window is to know before a run is refused.
    if (asked || (error instanceof ApiError && error.code === 'folder-gone')) notifyError(error);
  } finally {
    going = false;
  }
}

/** Takes the problems as they are after a run. */
export function takeProblems({ path, problems }: ApiEvents['problems']): void {
  const { project } = useApp.getState();
  if (project?.path === path) useApp.setState({ project: { ...project, problems } });
}

/** Tells that another program has changed the file of parameters, and offers to read it. */
export function noticeChanged(name: string): void {
  changedNotice = notifyChoice(t.changedOnDisk(name), t.changedAdvice, { text: t.reload, run: () => void reload() });
}

/** Takes the parameters that another page of this engine has saved; what is typed here and not saved stays until somebody
 *  says otherwise. This page's own are known already. */
export async function takeSaved({ name, yaml }: ApiEvents['parametersSaved']): Promise<void> {
  const { saving, saved } = useConfigure.getState();
  if (useApp.getState().project === null || saving || saved === yaml) return;
  if (isUnsaved(useConfigure.getState())) {
    const action = { text: t.reload, run: () => void reload() };
    changedNotice = notifyChoice(t.savedElsewhere(name), t.changedAdvice, action);
    return;
  }
  await reload();
  notifyDone(t.savedElsewhere(name));
}

async function reload(): Promise<void> {
  try {
    const project = await api.recheckProject({ force: true });
    if (project === null) return notifyError(new Error(t.notWhileRunning));
    takeProject(project);
    readAnew();
  } catch (error) {
    notifyError(error);
  }
}

/** Has the file of parameters read, and takes back the offer to do so. */
function readAnew(): void {
  forgetDraft();
  if (changedNotice !== null) dismiss(changedNotice);
  changedNotice = null;
}

/** Looks when the window gets the focus, and when a run has ended, which leaves what changed meanwhile alone; for as long as
 *  the returned function is not called. */
export function followChanges(): () => void {
  const look = () => void recheck(false);
  window.addEventListener('focus', look);
  const stop = useRun.subscribe(({ progress }, before) => {
    if (isGoing(before.progress) && progress !== null && !isGoing(progress)) look();
  });
  return () => {
    window.removeEventListener('focus', look);
    stop();
  };
}
