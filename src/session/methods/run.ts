import type { Api } from '@/api';
import type { Desks } from '../desks';

export function runMethods({ project, runs }: Desks): Pick<Api, 'startRun' | 'cancelRun' | 'runState'> {
  return {
    startRun: async (request) => runs.start(project.project, request),
    async cancelRun() {
      runs.cancel();
      return null;
    },
    runState: async () => runs.snapshot(),
  };
}
