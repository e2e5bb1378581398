import type { EventSummary, ProjectOverview, StationSummary } from '@/api';

/** Errors and warnings of the project, and its events and stations that have some. Notes do not count. */
export function countProblems(project: Pick<ProjectOverview, 'problems' | 'events' | 'stations'>): number {
  const own = project.problems.filter((problem) => problem.severity !== 'info').length;
  return own + troubled(project.events).length + troubled(project.stations).length;
}

export function troubled<T extends EventSummary | StationSummary>(items: T[]): T[] {
  return items.filter((item) => item.problems.length > 0);
}
