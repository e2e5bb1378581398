import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { WebSocketServer } from 'ws';
import {
  DEFAULT_PREFERENCES,
  isMethod,
  type Api,
  type ApiEvents,
  type EventName,
  type Method,
  type ProjectOverview,
  type Reply,
} from '@/api';
import { parseParameters } from '@/core/config';
import { fakeEvaluations, FakeHand } from './fakeHand';
import { fakeDetail, fakeOutcome } from './fakePair';
import { fakeProject } from './fakeProject';
import { FakeRun } from './fakeRun';
import { fakeSelections } from './fakeSelections';

export interface FakeOptions {
  /** Folder of the built renderer. */
  root: string;
  port: number;
  events: number;
  stations: number;
  /** Results per second while a run goes. */
  rate: number;
  /** Pairs are done already when the project is opened. */
  finished: boolean;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' ws:";
export const TOKEN = 'fake';
/** Outcomes in a page, as the engine has it. */
const PAGE = 400;

/** A stand-in for Atoa's server, with made-up data by the same contract: for looking at the page, and for measuring it
 *  with more rows than a real run gives in a minute. */
export async function startFakeEngine(options: FakeOptions): Promise<{ url: string; close: () => void }> {
  const sockets = new WebSocketServer({ noServer: true });
  const emit = <E extends EventName>(event: E, payload: ApiEvents[E]) => {
    for (const client of sockets.clients) client.send(JSON.stringify({ event, payload }));
  };
  const engine = fakeApi(options, (payload) => emit('run', payload));
  const server = createServer((request, response) => {
    void answer(request, engine, resolve(options.root)).then(({ type, body }) => {
      response.writeHead(body === null ? 404 : 200, { 'content-type': type, 'content-security-policy': POLICY });
      response.end(body ?? 'not found');
    });
  });
  server.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client));
  });
  await new Promise<void>((done) => server.listen(options.port, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  return {
    url: `http://127.0.0.1:${port}/?token=${TOKEN}`,
    close: () => {
      sockets.clients.forEach((client) => client.terminate());
      server.close();
    },
  };
}

async function answer(request: IncomingMessage, engine: Api, root: string) {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname.startsWith('/api/')) {
    const reply = await call(engine, pathname.slice('/api/'.length), request);
    return { type: 'application/json', body: JSON.stringify(reply) };
  }
  const file = join(root, normalize(pathname === '/' ? '/index.html' : pathname));
  const body = await readFile(file).catch(() => null);
  return { type: TYPES[extname(file)] ?? 'application/octet-stream', body };
}

async function call(engine: Api, method: string, request: IncomingMessage): Promise<Reply<unknown>> {
  const refuse = (message: string): Reply<unknown> => ({ ok: false, error: { code: 'fake', message, advice: null } });
  if (request.headers['x-atoa-token'] !== TOKEN) return refuse('wrong token');
  if (!isMethod(method)) return refuse(`no method ${method}`);
  let text = '';
  for await (const chunk of request) text += String(chunk);
  try {
    const act = engine[method as Method] as (input: unknown) => Promise<unknown>;
    return { ok: true, value: await act(JSON.parse(text)) };
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

/** There are no files behind this engine that could be looked through. */
async function noFolders(): Promise<never> {
  throw new Error('this engine has no folders');
}

function fakeApi(options: FakeOptions, tell: (payload: ApiEvents['run']) => void): Api {
  let project: ProjectOverview | null = null;
  let run: FakeRun | null = null;
  const hand = new FakeHand();
  let preferences = DEFAULT_PREFERENCES;
  let yaml = '# Hikurangi\nmin_period: 8\n';
  const recent = ['/data/hikurangi', '/home/anna/projects/alaska-i03', '/data/gone'];
  const opened = () => {
    if (!project) throw new Error('no project is open');
    return project;
  };
  return {
    appInfo: async () => ({
      version: '0.1.0',
      face: 'browser',
      platform: 'linux',
      user: 'anna',
      home: '/home/anna',
      cores: 8,
      memoryBytes: 16.6e9,
      availableMemoryBytes: 11.8e9,
      suggestedWorkers: 7,
      workerMemoryBytes: 3e8,
      hostMemoryBytes: 5e8,
      nativeDialogs: false,
      project: project?.path ?? null,
    }),
    recentProjects: async () =>
      recent.map((path, i) => ({
        path,
        name: path.split('/').pop()!,
        openedAt: Date.now() - i * 30 * 3_600_000,
        exists: path !== '/data/gone',
      })),
    forgetRecent: async ({ path }) => {
      recent.splice(recent.indexOf(path), 1);
      return null;
    },
    clearRecent: async () => {
      recent.length = 0;
      return null;
    },
    chooseFolder: async () => null,
    listFolder: async ({ path }) => {
      const here = path ?? '/home/anna';
      if (here.includes('nowhere')) throw new Error(`${here} is not a folder.`);
      const names = here.split('/').length > 5 ? [] : ['archive', 'hikurangi', 'projects', 'specfem3d', 'tmp'];
      return {
        path: here,
        parent: here === '/' ? null : here.replace(/\/[^/]*$/, '') || '/',
        folders: names.map((name) => ({
          name,
          path: `${here === '/' ? '' : here}/${name}`,
          isProject: name === 'hikurangi',
        })),
      };
    },
    openProject: async ({ path }) => {
      if (path.includes('nowhere')) throw new Error(`${path} is not a folder.`);
      run?.cancel();
      run = null;
      project = fakeProject(path, options.events, options.stations);
      if (options.finished) {
        project.outcomeCount = options.events * options.stations;
      }
      return project;
    },
    closeProject: async () => {
      project = null;
      return null;
    },
    recheckProject: async ({ force }) => (force ? opened() : null),
    pairFiles: async ({ event, station }) => ({
      event: `/data/events/${event}.xml`,
      stations: [`/data/stations/${station}.xml`],
      observed: ['E', 'N', 'Z'].map((letter) => `/data/observed/${event}/${station}.10.HH${letter}.mseed`),
      synthetic: ['E', 'N', 'Z'].map((letter) => `/data/synthetics/${event}/${station}.BX${letter}.semd`),
    }),
    surveyFolder: noFolders,
    tryLayout: noFolders,
    createProject: noFolders,
    createDemo: async () => ({ path: '/home/anna/Atoa/demo' }),
    startRun: async (request) => {
      run?.cancel();
      run = new FakeRun(opened(), request, options.rate, tell);
      run.start();
      return { total: run.total, reread: null };
    },
    pauseRun: async () => {
      run?.pause();
      return null;
    },
    resumeRun: async () => {
      run?.resume();
      return null;
    },
    cancelRun: async () => {
      run?.cancel();
      return null;
    },
    runState: async () => run?.state() ?? null,
    outcomes: async ({ edition, from }) => {
      const { path, events, stations, outcomeCount } = opened();
      const results = run?.results() ?? [];
      const end = outcomeCount + results.length;
      const start = edition === path ? from : 0;
      const next = Math.min(end, start + PAGE);
      const outcomes = Array.from({ length: next - start }, (_, i) => {
        const place = start + i;
        if (place >= outcomeCount) return results[place - outcomeCount]!;
        const event = events[Math.floor(place / stations.length)]!;
        return fakeOutcome({ event: event.id, station: stations[place % stations.length]!.code });
      });
      return { path, edition: path, outcomes, next, end };
    },
    earlierPairs: async () => ({ pairs: [], total: 0 }),
    pairDetail: async ({ event, station, width }) => hand.marked(fakeDetail({ event, station }, width)),
    componentSamples: async () => 'time_s,observed,synthetic\n',
    prefetchPairs: async () => null,
    measureByHand: async ({ windows, width, ...key }) => hand.measured(fakeDetail(key, width), windows),
    decideByHand: async ({ verdict, windows = {}, note, ...key }) => hand.decide(key, verdict, windows, note),
    handDecisions: async () => hand.decisions(),
    pairDecisions: async ({ event, station }) => hand.history({ event, station }),
    ...fakeEvaluations(() => opened().stations.map(({ code }) => code)),
    parametersFile: async () => ({ yaml, name: 'atoa.yaml' }),
    saveParameters: async (request) => {
      ({ yaml } = request);
      return { ...opened(), parameters: parseParameters(yaml, 'atoa.yaml') };
    },
    previewPair: async ({ event, station, width }) => fakeDetail({ event, station }, width),
    exportTable: async ({ table, format }) => ({
      kind: 'download',
      name: `${table}.${format}`,
      url: `data:text/plain,${format === 'csv' ? 'event,station,status' : '[]'}`,
    }),
    exportFigure: async () => ({ kind: 'cancelled' }),
    savePicture: async () => ({ kind: 'cancelled' }),
    startFigures: async () => ({ started: false }),
    startAdjointSources: async () => ({ started: false }),
    startRerun: async () => ({ started: false }),
    cancelExport: async () => null,
    exportState: async () => null,
    chooseExportFolder: async () => null,
    previewTable: async () => ({ offered: [], columns: [], rows: [], total: 0 }),
    reveal: async () => null,
    preferences: async () => ({ preferences, notice: null }),
    setPreferences: async (change) => {
      preferences = { ...preferences, ...change };
      return { preferences, notice: null };
    },
    versions: async () => ({ atoa: '0.1.0', electron: null, chromium: null, node: '20.20.2', licence: 'MIT' }),
    showPairFile: async () => null,
    publishMenu: async () => null,
    showFolder: async () => null,
    ...fakeSelections(),
  };
}
