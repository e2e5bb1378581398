import type { ProjectOverview } from '@/api';
import { closePair } from '../pair/store';
import { loadOutcomes } from '../pairs/outcomes';
import { forgetResults } from '../results/state';
import { forgetRun } from '../run/store';
import { suggestConcurrency } from '../run/concurrency';
import { selectAll } from '../select/store';
import { useApp } from './store';

/** Takes the open project as the engine has read it again. What is selected stays, unless there are other events or
 *  stations now; the pair that is looked at, the results and what the strip tells of the last run stay, unless there are other parameters. */
export function takeProject(project: ProjectOverview): void {
  const before = useApp.getState().project;
  if (before === null || idsOf(before) !== idsOf(project)) selectAll(project);
  if (JSON.stringify(before?.parameters) !== JSON.stringify(project.parameters)) {
    if (before !== null) forgetRun();
    closePair();
    forgetResults(project);
    loadOutcomes(project.path);
    suggestConcurrency(project);
  }
  useApp.setState({ project });
}

function idsOf({ events, stations }: ProjectOverview): string {
  return [...events.map(({ id }) => id), ...stations.map(({ code }) => code)].join();
}
