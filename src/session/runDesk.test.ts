import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ApiEvents, EarlierPairs, ProjectOverview, RunEvents, RunProgress } from '@/api';
import { launcher, STATIONS, TestProject } from '../../test/support/executiveProject';
import { createSession, type Session } from './index';
import { RunClock } from './runClock';

const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const ALL = { events: [], stations: [], maxStations: 2, maxEvents: 1, fresh: false, plot: false };

let folder: string;
let session: Session;
let project: TestProject;
let latest: RunProgress | null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atoa-session-'));
  session = createSession({
    ...{ face: 'browser', version: '1.2.3', launcher, log, dialogs: null },
    userData: join(folder, 'user'),
    demoFolder: join(folder, 'demo'),
    reveal: () => {},
  });
  project = new TestProject();
  latest = null;
  session.subscribe((event, payload) => {
    if (event === 'run') latest = (payload as RunEvents).progress;
  });
});

afterEach(async () => {
  await session.close();
  await rm(folder, { recursive: true, force: true });
});

async function call<T>(method: string, input: unknown = {}): Promise<T> {
  const reply = await session.call(method, input);
  if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`);
  return reply.value as T;
}
/** Starts a run; what is told of an earlier one does not count. */
async function start(request: object): Promise<{ total: number }> {
  const started = await call<{ total: number }>('startRun', { ...ALL, ...request });
  latest = null;
  return started;
}
const until = (state: RunProgress['state']) => expect.poll(() => latest?.state, { timeout: 30_000 }).toBe(state);

describe('the run of a session', () => {
  it('is paused and resumed, and its clock stands still meanwhile', async () => {
    for (const station of STATIONS) project.say('b', station, 'slow');
    await call('openProject', { path: project.path });
    await start({});
    await expect.poll(() => latest?.done ?? 0, { timeout: 30_000 }).toBeGreaterThan(0);
    await call('pauseRun');
    await until('paused');
    const { elapsedSeconds } = latest!;
    await sleep(800);
    expect(latest!.elapsedSeconds).toBe(elapsedSeconds);
    await call('resumeRun');
    await until('done');
    expect(latest).toMatchObject({ done: 12, failed: 0 });
  });

  it('of what has failed leaves the other pairs alone', async () => {
    project.say('a', 'NZ.AAA', 'refuse');
    project.say('c', 'NZ.DDD', 'refuse');
    await call('openProject', { path: project.path });
    await start({});
    await until('done');
    expect(latest).toMatchObject({ done: 12, failed: 2 });
    project.begun();

    project.say('a', 'NZ.AAA', '4');
    expect(await start({ only: 'failed' })).toEqual({ total: 2, reread: null });
    await until('done');
    expect(latest).toMatchObject({ total: 2, done: 2, failed: 1 });
    expect(project.begun()).toEqual(['a/NZ.AAA', 'c/NZ.DDD']);

    const pair = { event: 'c', station: 'NZ.DDD' };
    expect(await start({ only: [pair] })).toEqual({ total: 1, reread: null });
    await until('done');
    expect(project.begun()).toEqual(['c/NZ.DDD']);
    await expect(start({ events: ['a'], only: [pair] })).rejects.toThrow('empty-selection');
    await expect(start({ only: 'everything' })).rejects.toThrow('bad-input');
  });

  it('leaves out what lacks something where that is asked, and takes it when it is there', async () => {
    const b = { event: 'b', station: 'NZ.CCC' };
    rmSync(join(project.path, 'synthetics/b/NZ.CCC.BXZ.semd'));
    await call('openProject', { path: project.path });
    expect(await start({ readyOnly: true })).toEqual({ total: 11, reread: null });
    await until('done');
    expect(latest).toMatchObject({ done: 11, failed: 0 });
    expect(await start({ only: [b, { event: 'c', station: 'NZ.CCC' }], readyOnly: true })).toMatchObject({ total: 1 });
    await until('done');
    await expect(start({ only: [b], readyOnly: true })).rejects.toThrow('has all that it is measured from');
    await expect(start({ events: ['b'], stations: ['NZ.CCC.*.*'], readyOnly: true })).rejects.toThrow(
      'empty-selection: no selected pair has all that it is measured from',
    );

    project.begun();
    project.say('b', 'NZ.CCC', '3');
    expect(await start({ readyOnly: true })).toMatchObject({ total: 12, reread: { path: project.path } });
    await until('done');
    expect(project.begun()).toEqual(['b/NZ.CCC']);
  });

  it('knows what a run that was broken off has not done again, and so does who opens the project later', async () => {
    await call('openProject', { path: project.path });
    await start({});
    await until('done');
    expect(await call('earlierPairs')).toEqual({ pairs: [], total: 0 });
    for (const station of STATIONS) project.say('b', station, 'slow');
    project.begun();
    await start({ fresh: true, events: ['a', 'b'] });
    await expect.poll(() => latest?.done ?? 0, { timeout: 30_000 }).toBeGreaterThan(3);
    await call('pauseRun');
    await until('paused');
    // What the workers have then still ends, and is kept after that.
    const begun = () => project.read('begun.txt').trim().split('\n').length;
    const isStill = () => latest!.active.length === 0 && latest!.done === begun();
    await expect.poll(isStill, { timeout: 30_000 }).toBe(true);
    const { done } = latest!;
    const left = await call<EarlierPairs>('earlierPairs');
    expect(left.pairs.flatMap(({ stations }) => stations)).toHaveLength(8 - done);
    expect(left.total).toBe(8);
    await call('openProject', { path: project.path });
    expect(await call('earlierPairs')).toEqual(left);
    await call('cancelRun');
    await until('cancelled');
    const { pairs } = await call<EarlierPairs>('earlierPairs');
    await call('closeProject');
    expect(await call('earlierPairs')).toEqual({ pairs: [], total: 0 });
    await call('openProject', { path: project.path });
    expect(await call('earlierPairs')).toMatchObject({ pairs });
    const owed = pairs.flatMap(({ stations }) => stations).length;
    await start({ only: [{ event: 'c', station: 'NZ.AAA' }] });
    await until('done');
    expect(await call('earlierPairs')).toEqual({ pairs, total: owed + 1 });
    await start({});
    await expect.poll(() => latest?.done ?? 0, { timeout: 30_000 }).toBeGreaterThan(0);
    await call('pauseRun');
    await until('paused');
    expect(await call('earlierPairs')).toMatchObject({ total: owed });
    await call('resumeRun');
    await until('done');
    expect(await call('earlierPairs')).toEqual({ pairs: [], total: owed });
    await start({});
    await until('done');
    expect(await call('earlierPairs')).toEqual({ pairs: [], total: 0 });
  });

  it('tells of results whose waveforms are gone when it opens, looks again after a run, and ends one', async () => {
    const problems: string[][] = [];
    session.subscribe((event, payload) => {
      if (event === 'problems')
        problems.push((payload as ApiEvents['problems']).problems.map(({ message }) => message));
    });
    const messages = (overview: ProjectOverview | null) => overview?.problems.map(({ message }) => message);
    for (const station of STATIONS) project.say('c', station, 'slow');
    const before = messages(await call<ProjectOverview>('openProject', { path: project.path }))!;
    await start({ maxStations: 1 });
    await expect.poll(() => latest?.done ?? 0, { timeout: 30_000 }).toBeGreaterThan(0);
    rmSync(join(project.path, 'observed/a/NZ.AAA.BXZ.semd'));
    expect(await call('recheckProject', { force: true })).toBeNull();
    await until('done');
    const gone = 'a NZ.AAA: there are results of earlier runs, but the waveforms are not there any more';
    expect(messages(await call('recheckProject', { force: false }))).toEqual([...before, gone]);
    expect(problems).toEqual([]);
    await start({ only: [{ event: 'a', station: 'NZ.AAA' }] });
    await until('done');
    expect(problems).toEqual([before]);
  });

  it('runs what was seen when everything was selected, and not what has come since', async () => {
    await call('openProject', { path: project.path });
    project.say('d', 'NZ.AAA', '1');
    project.say('a', 'NZ.NEW', '1');
    expect(await start({})).toMatchObject({ total: 12, reread: { events: { length: 4 }, stations: { length: 5 } } });
    await until('done');
    expect(await start({})).toEqual({ total: 20, reread: null });
    await until('done');
  });
});

it('counts the time of a run without its pauses', () => {
  let now = 100;
  const clock = new RunClock(() => now);
  now = 150;
  clock.stop();
  now = 500;
  expect(clock.ms).toBe(50);
  clock.goOn();
  clock.goOn();
  now = 510;
  expect(clock.ms).toBe(60);
  clock.stop();
  clock.stop();
  now = 900;
  expect(clock.ms).toBe(60);
});
