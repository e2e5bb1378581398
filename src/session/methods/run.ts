import type { Api } from '@/api';
import type { Desks } from '../desks';

export function runMethods({
  project,
  runs,
}: Desks): Pick<Api, 'startRun' | 'pauseRun' | 'resumeRun' | 'cancelRun' | 'runState'> {
  return {
    async startRun(request) {
      project.refuseBroken();
      return runs.start(project.project, request, project.outcomes.failed());
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
    runState: async () => runs.snapshot(),
  };
}
