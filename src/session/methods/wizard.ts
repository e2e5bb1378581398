import type { Api } from '@/api';
import { AsdfReader } from '@/executive';
import { createProject, surveyFolder, tryLayout } from '@/project';
import type { Desks } from '../desks';

export function wizardMethods({ host }: Desks): Pick<Api, 'surveyFolder' | 'tryLayout' | 'createProject'> {
  return {
    surveyFolder: ({ path }) => AsdfReader.during(host, (read) => surveyFolder(path, read)),
    tryLayout: ({ path, layout }) => AsdfReader.during(host, (read) => tryLayout(path, layout, read)),
    createProject: async ({ path, layout }) => ({ configFile: await createProject(path, layout) }),
  };
}
