import { availableParallelism, totalmem } from 'node:os';
import { resolve, sep } from 'node:path';
import { inputs, isMethod, type Api, type ApiFailure, type Method, type PairDetail, type Reply } from '@/api';
import { PairInspector, readLog, suggestedWorkers } from '@/executive';
import { Broadcast } from './broadcast';
import { ensureDemo } from './demo';
import { SessionError, toApiFailure } from './error';
import { exportTable } from './exportTable';
import { listFolder } from './folders';
import type { SessionHost, SessionListener } from './host';
import { ParametersDesk } from './parametersDesk';
import { ProjectDesk } from './projectDesk';
import { RecentProjects } from './recent';
import { RunDesk } from './runDesk';

/** An opened project with its run, as the faces see it through the api. */
export interface Session {
  /** Checks the input and answers. Never rejects: what goes wrong is in the reply. */
  call(method: string, input: unknown): Promise<Reply<unknown>>;
  /** @returns a function that removes the listener */
  subscribe(listener: SessionListener): () => void;
  /** Asks the page to open a folder that was named outside of it: in a menu, on the command line. */
  openFromOutside(path: string): void;
  /** Cancels a run in progress, and ends when its workers are gone. */
  close(): Promise<void>;
}

export function createSession(host: SessionHost): Session {
  const broadcast = new Broadcast();
  const recent = new RecentProjects(host.userData, host.recentChanged);
  const desk = new ProjectDesk();
  const runs = new RunDesk({
    ...host,
    send: (news) => broadcast.send('run', news),
    record: (outcome) => desk.outcomes.add(outcome),
  });
  const inspector = new PairInspector({ launcher: host.launcher, logger: host.log });
  const parameters = new ParametersDesk(desk, inspector);
  let asked: string | null = null;

  const refuseWhileRunning = (advice = 'Cancel it before opening another project.') => {
    if (runs.isRunning) throw new SessionError('run-in-progress', 'A run is in progress.', advice);
  };

  const api: Api = {
    async appInfo() {
      const { face, version } = host;
      const machine = { cores: availableParallelism(), memoryBytes: totalmem(), suggestedWorkers: suggestedWorkers() };
      const nativeDialogs = host.dialogs !== null;
      return { face, version, platform: process.platform, ...machine, nativeDialogs, project: asked ?? desk.path };
    },
    recentProjects: () => recent.list(),
    async forgetRecent({ path }) {
      await recent.forget(path);
      return null;
    },
    chooseFolder: async () => (await host.dialogs?.chooseFolder()) ?? null,
    listFolder: ({ path }) => listFolder(path),
    async openProject({ path }) {
      const folder = resolve(path);
      if (folder !== desk.path) refuseWhileRunning();
      const overview = await desk.open(folder);
      if (!runs.isRunning) runs.clear();
      asked = null;
      await recent.add(folder);
      return overview;
    },
    async closeProject() {
      refuseWhileRunning();
      desk.close();
      runs.clear();
      asked = null;
      return null;
    },
    createDemo: async (size) => ({ path: await ensureDemo(host.demoFolder, size) }),
    startRun: async (request) => runs.start(desk.project, request),
    async cancelRun() {
      runs.cancel();
      return null;
    },
    runState: async () => runs.snapshot(),
    async pairDetail({ event, station, width }): Promise<PairDetail> {
      const { project } = desk;
      const outcome = desk.outcomes.get({ event, station });
      const detail = await inspector.inspect(project, { event, station }, width);
      const log = outcome === null ? detail.log : await readLog(project, { event, station });
      return { ...detail, event, station, outcome, log };
    },
    parametersFile: () => parameters.read(),
    async saveParameters(request) {
      refuseWhileRunning('Save when it is done, or cancel it: its pairs are to have one set of parameters.');
      const overview = await parameters.save(request);
      runs.clear();
      return overview;
    },
    previewPair: (request) => parameters.preview(request),
    exportTable: async (request) => exportTable(desk.outcomes.sorted(), desk.project.parameters, request, host.dialogs),
    async reveal({ path }) {
      const folder = desk.project.path;
      const target = resolve(folder, path);
      if (target === folder || target.startsWith(folder + sep)) host.reveal(target);
      return null;
    },
  };

  return {
    async call(method, input) {
      if (!isMethod(method)) return refused('unknown-method', `There is no method "${method}".`);
      const parsed = inputs[method].safeParse(input);
      if (!parsed.success) return refused('bad-input', `${method}: ${parsed.error.issues[0]?.message ?? 'bad input'}`);
      try {
        return { ok: true, value: await answer(api, method, parsed.data) };
      } catch (error) {
        const failure = toApiFailure(error);
        if (failure.code === 'unexpected') host.log.error(`${method}: ${error instanceof Error ? error.stack : error}`);
        return { ok: false, error: failure };
      }
    },
    subscribe: (listener) => broadcast.subscribe(listener),
    openFromOutside(path) {
      asked = path;
      broadcast.send('openProject', { path });
    },
    async close() {
      await Promise.all([runs.close(), inspector.close()]);
    },
  };
}

/** The input was checked against the schema of this very method; the compiler cannot follow that across a union. */
function answer<M extends Method>(api: Api, method: M, input: unknown): ReturnType<Api[M]> {
  return api[method](input as Parameters<Api[M]>[0]) as ReturnType<Api[M]>;
}

function refused(code: string, message: string): Reply<unknown> {
  const error: ApiFailure = { code, message, advice: null };
  return { ok: false, error };
}
