import type { ProjectOverview } from '@/api';
import { api, ApiError } from '../bridge';
import { nextFrameDrawn } from '../common/nextFrame';
import { forgetPreview } from '../configure/preview/store';
import { forgetDraft } from '../configure/store';
import { forgetOutcomes, loadOutcomes } from '../pairs/outcomes';
import { closePair } from '../pair/store';
import { forgetExport } from '../export/store';
import { forgetResults } from '../results/state';
import { isTroubled } from '../project/problems';
import { suggestConcurrency } from '../run/concurrency';
import { useRun } from '../run/store';
import { forgetSelecting } from '../select/saved';
import { selectAll } from '../select/store';
import { texts } from '../texts';
import { leaveWizard, surveyFolder } from '../wizard/actions';
import { dismissRefusals, notifyError } from './notices';
import { loadPreferences } from './preferences';
import { setChoosing } from './shell';
import { useApp } from './store';

let closing = false;

/** This page is opening or closing a project itself. */
export const isTurning = (): boolean => closing || useApp.getState().busy !== null;

/** Runs an action while the page says what it waits for; a refusal becomes a notice.
 *  @returns null where it was refused */
async function waitFor<T>(busy: string, action: () => Promise<T>): Promise<T | null> {
  useApp.setState({ busy });
  try {
    return await action();
  } catch (error) {
    notifyError(error);
    return null;
  } finally {
    useApp.setState({ busy: null });
  }
}

async function refreshRecent(): Promise<void> {
  useApp.setState({ recent: await api.recentProjects({}), since: Date.now() });
}

/** First things: what the shell can do, recent projects, and the project that is open already. */
export async function start(): Promise<void> {
  try {
    const [info] = await Promise.all([api.appInfo({}), refreshRecent(), loadPreferences()]);
    useApp.setState({ info });
    if (info.project !== null && useApp.getState().project === null) await openProject(info.project);
  } catch (error) {
    // The banner says it.
    if (!(error instanceof ApiError && error.code === 'wrong-token')) notifyError(error);
  }
}

export async function openProject(path: string): Promise<void> {
  await waitFor(texts.opening(path), async () => {
    const project = await open(path);
    if (project === null) return;
    dismissRefusals('folder-gone');
    // What the engine has told of a large project was just read, which has taken its time.
    await nextFrameDrawn();
    leaveWizard();
    closePair();
    useRun.setState({ progress: null });
    forgetOutcomes();
    forgetResults(project);
    forgetExport();
    selectAll(project);
    forgetSelecting();
    suggestConcurrency(project);
    forgetDraft();
    forgetPreview();
    useApp.setState({ project, area: isTroubled(project) ? 'project' : 'select' });
    setChoosing(false);
    loadOutcomes(project.path);
    const progress = await api.runState({});
    if (progress) useRun.setState({ progress });
  });
  await refreshRecent().catch(notifyError);
}

/** A folder that is no project is looked through, to become one.
 *  @returns null for such a folder */
async function open(path: string): Promise<ProjectOverview | null> {
  try {
    return await api.openProject({ path });
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'not-a-project') throw error;
    setChoosing(false);
    void surveyFolder(path);
    return null;
  }
}

export async function openDemo(): Promise<void> {
  const demo = await waitFor(texts.welcome.makingDemo, () => api.createDemo({ events: 10, stations: 20 }));
  if (demo) await openProject(demo.path);
}

/** Native dialog where there is one.
 *  @returns whether it was shown; the page shows its own folder list where not */
export async function openByDialog(): Promise<boolean> {
  if (!useApp.getState().info?.nativeDialogs) return false;
  try {
    const path = await api.chooseFolder({});
    if (path !== null) await openProject(path);
  } catch (error) {
    notifyError(error);
  }
  return true;
}

/** Turns the page back to the welcome page, whatever the engine has open. */
export function leaveProject(): void {
  closePair();
  forgetOutcomes();
  forgetResults(null);
  forgetExport();
  forgetDraft();
  forgetPreview();
  useRun.setState({ progress: null });
  useApp.setState({ project: null });
}

/** Closes the project, unless the engine refuses because a run goes on. */
export async function closeProject(): Promise<void> {
  closing = true;
  try {
    await api.closeProject({});
    leaveProject();
    await refreshRecent();
  } catch (error) {
    notifyError(error);
  } finally {
    closing = false;
  }
}

export async function forgetRecent(path: string): Promise<void> {
  try {
    await api.forgetRecent({ path });
    await refreshRecent();
  } catch (error) {
    notifyError(error);
  }
}
