import type { Api } from '@/api';
import type { Desks } from '../desks';

export function runMethods({
  project,
  runs,
  hand,
}: Desks): Pick<Api, 'startRun' | 'pauseRun' | 'resumeRun' | 'cancelRun' | 'runState' | 'outcomes'> {
  return {
    async startRun(request) {
      project.refuseBroken();
      await hand.settled();
      const started = runs.start(project.project, request, project.outcomes.failed());
      const { events, stations, pairs: limits = null } = request;
      project.selection = { events, stations, limits, pairs: started.total };
      return started;
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
  };
}
