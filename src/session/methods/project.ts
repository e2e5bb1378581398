import { availableParallelism, homedir, totalmem } from 'node:os';
import { resolve, sep } from 'node:path';
import type { Api } from '@/api';
import { HOST_MB, resources, suggestedWorkers, WORKER_MB } from '@/executive';
import { pairFiles } from '@/project';
import { ensureDemo } from '../demo';
import type { Desks } from '../desks';
import { listFolder } from '../folders';
import { userName } from '../user';
import { projectPath } from '../projectPath';

type ProjectMethods = Pick<
  Api,
  | 'appInfo'
  | 'recentProjects'
  | 'forgetRecent'
  | 'clearRecent'
  | 'chooseFolder'
  | 'listFolder'
  | 'openProject'
  | 'closeProject'
  | 'recheckProject'
  | 'pairFiles'
  | 'createDemo'
  | 'reveal'
>;

export function projectMethods({
  host,
  broadcast,
  recent,
  preferences,
  project,
  inspector,
  runs,
  asked,
}: Desks): ProjectMethods {
  const refuseWhileRunning = () => runs.refuseWhileRunning('Cancel it before opening another project.');
  /** Asked for once: a page that loads again after its project was closed stays at the welcome page. */
  let started = false;
  const lastProject = async () => {
    if (started) return null;
    started = true;
    if (!preferences.state.preferences.reopenLast) return null;
    return (await recent.list()).find(({ exists }) => exists)?.path ?? null;
  };
  return {
    async appInfo() {
      const { face, version } = host;
      const machine = {
        cores: availableParallelism(),
        memoryBytes: totalmem(),
        availableMemoryBytes: resources().availableMb * 2 ** 20,
        suggestedWorkers: suggestedWorkers(),
        workerMemoryBytes: WORKER_MB * 2 ** 20,
        hostMemoryBytes: HOST_MB * 2 ** 20,
      };
      const nativeDialogs = host.dialogs !== null;
      const path = asked.path ?? project.path ?? (await lastProject());
      const who = { user: userName(), home: homedir() };
      return { face, version, platform: process.platform, ...who, ...machine, nativeDialogs, project: path };
    },
    recentProjects: () => recent.list(),
    async forgetRecent({ path }) {
      await recent.forget(path);
      return null;
    },
    async clearRecent() {
      await recent.clear();
      return null;
    },
    chooseFolder: async () => (await host.dialogs?.chooseFolder()) ?? null,
    listFolder: ({ path }) => listFolder(path),
    async openProject({ path }) {
      const wanted = await projectPath(path);
      if (wanted.folder !== project.path) refuseWhileRunning();
      const before = project.path;
      const overview = await project.open(wanted, runs.isRunning);
      if (project.path !== before) broadcast.send('turned', { path: project.path });
      inspector.warm();
      if (!runs.isRunning) runs.clear();
      asked.path = null;
      await recent.add(wanted.config ?? wanted.folder);
      return overview;
    },
    async closeProject() {
      refuseWhileRunning();
      project.close();
      broadcast.send('turned', { path: null });
      runs.clear();
      asked.path = null;
      return null;
    },
    async recheckProject({ force }) {
      // A run has read what it works on; to open again would lose its outcomes from sight.
      if (runs.isRunning && !runs.isEnding) return null;
      await runs.over();
      return project.recheck(force);
    },
    async pairFiles({ event, station }) {
      const { eventFile, stationFiles, observed, synthetic } = pairFiles(project.project, event, station);
      return { event: eventFile, stations: stationFiles, observed, synthetic };
    },
    createDemo: async (size) => ({ path: await ensureDemo(host.demoFolder, size) }),
    async reveal({ path }) {
      const folder = project.project.path;
      const target = resolve(folder, path);
      if (target === folder || target.startsWith(folder + sep)) host.reveal(target);
      return null;
    },
  };
}
