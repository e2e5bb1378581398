import type { Api, RunRequest } from '@/api';
import type { Project } from '@/project';
import type { Desks } from '../desks';

export function runMethods({
  project,
  host,
  runs,
  hand,
}: Desks): Pick<Api, 'startRun' | 'pauseRun' | 'resumeRun' | 'cancelRun' | 'runState' | 'outcomes' | 'earlierPairs'> {
  return {
    async startRun(request) {
      await hand.settled();
      runs.refuseWhileRunning('Cancel it, or wait until it is done.');
      const before = project.project;
      const reread = await project.recheck(false);
      if (reread !== null) host.log.info(`run: ${before.path} is not any more as it was read, and was read again`);
      project.refuseBroken();
      const asked = reread === null ? request : { ...request, ...asSeen(request, before, project.project) };
      const started = runs.start(project.project, asked, project.outcomes.failed());
      const { events, stations, pairs: limits = null, readyOnly = false } = asked;
      project.selection = { events, stations, limits, pairs: started.total, ...(readyOnly ? { readyOnly } : {}) };
      return { ...started, reread };
    },
    async pauseRun() {
      runs.pause();
      return null;
    },
    async resumeRun() {
      runs.resume();
      return null;
    },
    async cancelRun() {
      runs.cancel();
      return null;
    },
    runState: async () => runs.progress,
    outcomes: async ({ edition, from }) => ({
      path: project.project.path,
      ...project.outcomes.page(edition, from),
    }),
    earlierPairs: async () => project.outcomes.earlier(),
  };
}

/** A selection of everything means what was there when it was made: what has come to the project since was seen by
 *  nobody. */
function asSeen(request: RunRequest, before: Project, now: Project): Pick<RunRequest, 'events' | 'stations'> {
  const events = [...before.events.keys()].filter((id) => now.events.has(id));
  const stations = [...before.stations.keys()].filter((code) => now.stations.has(code));
  const isMore = now.events.size > events.length || now.stations.size > stations.length;
  return {
    events: isMore && request.events.length === 0 ? events : request.events,
    stations: isMore && request.stations.length === 0 ? stations.map((code) => `${code}.*.*`) : request.stations,
  };
}
