import { basename } from 'node:path';
import type { Api } from '@/api';
import type { Desks } from '../desks';

type ParametersMethods = Pick<Api, 'parametersFile' | 'saveParameters' | 'previewPair'>;

export function parametersMethods({ broadcast, project, runs, parameters }: Desks): ParametersMethods {
  return {
    parametersFile: () => parameters.read(),
    async saveParameters(request) {
      runs.refuseWhileRunning('Save when it is done, or cancel it: its pairs are to have one set of parameters.');
      const overview = await parameters.save(request);
      runs.clear();
      broadcast.send('parametersSaved', { name: basename(project.parametersFile), yaml: request.yaml });
      return overview;
    },
    previewPair: (request) => parameters.preview(request),
  };
}
