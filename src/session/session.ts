import { basename } from 'node:path';
import { inputs, isMethod, type Api, type ApiFailure, type Method, type Reply } from '@/api';
import { PairInspector, ResultReader } from '@/executive';
import { Broadcast } from './broadcast';
import type { Desks } from './desks';
import { toApiFailure } from './error';
import type { Download } from './exports/downloads';
import { ExportDesk } from './exports/exportDesk';
import { Exits } from './exports/exits';
import { HandDesk } from './handDesk';
import type { SessionHost, SessionListener } from './host';
import { desktopMethods } from './methods/desktop';
import { exportMethods } from './methods/export';
import { evaluationsMethods } from './methods/evaluations';
import { handMethods } from './methods/hand';
import { pairMethods } from './methods/pair';
import { parametersMethods } from './methods/parameters';
import { projectMethods } from './methods/project';
import { runMethods } from './methods/run';
import { selectionsMethods } from './methods/selections';
import { wizardMethods } from './methods/wizard';
import { ParametersDesk } from './parametersDesk';
import { PreferencesFile } from './preferences';
import { ProjectDesk } from './projectDesk';
import { RecentProjects } from './recent';
import { RunDesk } from './runDesk';
import { RunSigns } from './runSigns';
import { SelectionsDesk } from './selectionsDesk';

/** An opened project with its run, as the faces see it through the api. */
export interface Session {
  /** Checks the input and answers. Never rejects: what goes wrong is in the reply. */
  call(method: string, input: unknown): Promise<Reply<unknown>>;
  /** @returns a function that removes the listener */
  subscribe(listener: SessionListener): () => void;
  /** Asks the page to open a folder that was named outside of it: in a menu, on the command line. */
  openFromOutside(path: string): void;
  /** Tells the page that one of its commands was chosen in the application's menu. */
  sendCommand(id: string): void;
  /** A run goes, which closing would cancel. */
  readonly isRunning: boolean;
  /** An export goes that takes its time, which closing would cancel. */
  readonly isExporting: boolean;
  /** Something goes that `close` waits for, be it cancelled as runs and long exports are, or finished. */
  readonly isBusy: boolean;
  /** A file that a reply has offered for download. */
  download(id: string): Download | null;
  /** Cancels a run in progress, and ends when its workers are gone. */
  close(): Promise<void>;
}

export function createSession(host: SessionHost): Session {
  const broadcast = new Broadcast();
  const desks = makeDesks(host, broadcast);
  const api: Api = {
    ...projectMethods(desks),
    ...runMethods(desks),
    ...pairMethods(desks),
    ...handMethods(desks),
    ...evaluationsMethods(desks),
    ...parametersMethods(desks),
    ...exportMethods(desks),
    ...desktopMethods(desks),
    ...selectionsMethods(desks),
    ...wizardMethods(desks),
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
      desks.asked.path = path;
      broadcast.send('openProject', { path });
    },
    sendCommand: (id) => broadcast.send('command', { id }),
    get isRunning() {
      return desks.runs.isRunning;
    },
    get isExporting() {
      return desks.exporting.isBusy;
    },
    get isBusy() {
      return desks.runs.isRunning || desks.hand.isBusy || desks.exporting.isBusy || desks.exits.isBusy;
    },
    download: (id) => desks.exits.download(id),
    async close() {
      const { runs, hand, inspector, results, exporting } = desks;
      await Promise.all([runs, hand, inspector, results, exporting].map((desk) => desk.close()));
      await desks.exits.close();
    },
  };
}

function makeDesks(host: SessionHost, broadcast: Broadcast): Desks {
  const project = new ProjectDesk(host, (name) => broadcast.send('parametersChanged', { name }));
  const inspector = new PairInspector({ launcher: host.launcher, logger: host.log });
  const signs = new RunSigns(host);
  const results = new ResultReader({ launcher: host.launcher, logger: host.log });
  const runs = new RunDesk({
    ...host,
    send: (news) => {
      broadcast.send('run', news);
      if (news.progress) signs.take(news.progress, basename(project.path ?? ''));
    },
    record: (outcome) => project.outcomes.add(outcome),
    expectAgain: (ids) => {
      project.outcomes.expectAgain(ids);
      broadcast.send('earlier', project.outcomes.earlier());
    },
    leftBehind: (left) => {
      const problems = project.takeLeftBehind(left);
      if (problems !== null) broadcast.send('problems', problems);
    },
  });
  const recent = new RecentProjects(host.userData, host.recentChanged);
  const parameters = new ParametersDesk(project, inspector);
  const hand = new HandDesk({ ...host, project, inspector, runs });
  const preferences = new PreferencesFile(host.userData, (values) => {
    host.applyPreferences?.(values);
    broadcast.send('preferences', values);
  });
  const selections = new SelectionsDesk(project);
  const exits = new Exits(host.dialogs);
  const exporting = new ExportDesk(
    (progress) => broadcast.send('export', progress),
    ({ message }, error) => host.log.error(`export: ${error instanceof Error ? error.stack : message}`),
  );
  const asked = { path: null };
  const tools = { inspector, results, parameters, hand, selections, exits, exporting };
  return { host, broadcast, recent, preferences, project, runs, ...tools, asked };
}

/** The input was checked against the schema of this very method; the compiler cannot follow that across a union. */
function answer<M extends Method>(api: Api, method: M, input: unknown): ReturnType<Api[M]> {
  return api[method](input as Parameters<Api[M]>[0]) as ReturnType<Api[M]>;
}

function refused(code: string, message: string): Reply<unknown> {
  const error: ApiFailure = { code, message, advice: null };
  return { ok: false, error };
}
