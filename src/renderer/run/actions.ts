import type { ProjectOverview, RunRequest } from '@/api';
import { isLimiting, type PairKey } from '@/core/model';
import { isDoubleDifference } from '@/core/pair';
import { dismissRefusals, notifyDone, notifyError, notifyWarning } from '../app/notices';
import { setArea, useApp } from '../app/store';
import { takeProject } from '../app/takeProject';
import { api } from '../bridge';
import { differs } from '../project/differs';
import { limitsOf } from '../select/filters';
import { useFilters } from '../select/filterStore';
import { requestLists } from '../select/plan';
import { useSelection } from '../select/store';
import { texts } from '../texts';
import { isGoing, useRun } from './store';

/** The selection with its limits, as the engine takes it. */
function selected(project: ProjectOverview): Pick<RunRequest, 'events' | 'stations' | 'pairs'> {
  const { events, stations } = useSelection.getState();
  const limits = limitsOf(useFilters.getState());
  return { ...requestLists(project, events, stations), pairs: isLimiting(limits) ? limits : undefined };
}

/** Starts a run of the selection and shows its table. What is known of a pair stands until it is done again: so it does
 *  where the run is cancelled before. */
export async function startRun(project: ProjectOverview): Promise<void> {
  const { settings } = useRun.getState();
  setArea('run');
  await begin({ ...selected(project), ...settings, readyOnly: true });
}

/** Runs pairs again and leaves all others as they are, and those that lack something. Where stations are compared with
 *  each other, those that are selected go along.
 *  @param only these, or all that have failed */
export async function retry(project: ProjectOverview, only: 'failed' | PairKey[]): Promise<void> {
  const { maxEvents, maxStations, plot } = useRun.getState().settings;
  const together = isDoubleDifference(project.parameters.adj_src_type);
  const lists = together ? selected(project) : { events: [], stations: [] };
  await begin({ ...lists, only, maxEvents, maxStations, plot, fresh: false, readyOnly: true });
}

async function begin(request: RunRequest): Promise<void> {
  try {
    const { reread } = await api.startRun(request);
    dismissRefusals('folder-gone');
    const before = useApp.getState().project;
    if (reread !== null && before?.path === reread.path && differs(before, reread)) {
      takeProject(reread);
      notifyDone(texts.project.rereadForRun);
    }
    const progress = await api.runState({});
    if (progress) useRun.setState({ progress });
  } catch (error) {
    notifyError(error);
  }
}

/** Asks how the run is going after news of it may have been missed. */
export async function catchUpRun(): Promise<void> {
  try {
    const progress = await api.runState({});
    const before = useRun.getState().progress;
    if (progress === null && isGoing(before)) notifyWarning(texts.run.vanished);
    useRun.setState({ progress });
  } catch (error) {
    notifyError(error);
  }
}

async function ask(action: Promise<null>): Promise<void> {
  await action.catch(notifyError);
}

export const cancelRun = (): Promise<void> => ask(api.cancelRun({}));
export const pauseRun = (): Promise<void> => ask(api.pauseRun({}));
export const resumeRun = (): Promise<void> => ask(api.resumeRun({}));
