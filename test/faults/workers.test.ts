import { resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PairOutcome } from '@/core/model';
import { Executive, NodeLauncher, type ExecutiveOptions } from '@/executive';
import '../support/manyCores.mjs';
import { FaultDemo, STATIONS } from './support/demo';
import { doneTwice } from './support/journal';
import { reportRow } from './support/report';
import { snapshot } from './support/snapshot';

const root = resolve(import.meta.dirname, '../..');
const BUILT = resolve(root, 'out/node');
const FAULTY = resolve(import.meta.dirname, 'support/faultyPair.mjs');
/** So many that the share of memory of each is the smallest limit, 1,000 MB. */
const MANY = { maxEvents: 64, maxStations: 512 };

describe('a worker', () => {
  let demo: FaultDemo;
  let events: string[];

  beforeAll(async () => {
    demo = await FaultDemo.make();
    const executive = await Executive.open({ cwd: demo.project, launcher: launcher() });
    events = [...executive.project.events.keys()];
  });

  afterEach(() => {
    delete process.env.ATOA_FAULTS;
  });

  afterAll(() => demo.remove());

  function launcher(faults?: Record<string, string>): NodeLauncher {
    if (faults) {
      process.env.ATOA_FAULTS = JSON.stringify(faults);
      process.env.ATOA_PAIR_WORKER = resolve(BUILT, 'pair.cjs');
    }
    return new NodeLauncher({
      entries: { pair: faults ? FAULTY : resolve(BUILT, 'pair.cjs'), writer: resolve(BUILT, 'writer.cjs') },
    });
  }

  async function run(
    out: string,
    faults: Record<string, string> | undefined,
    options: Partial<ExecutiveOptions> & { overrides?: string[] } = {},
  ): Promise<PairOutcome[]> {
    const executive = await Executive.open({
      ...{ cwd: demo.project, out: demo.path(out), launcher: launcher(faults), maxStations: 2 },
      ...options,
    });
    return Object.values(await executive.process()).flatMap((stations) => Object.values(stations));
  }

  /** The pairs of one station meet a misfortune; all others are done, and these later. */
  async function onlyFails(
    out: string,
    fault: string,
    code: string,
    options: Parameters<typeof run>[2] = {},
  ): Promise<PairOutcome[]> {
    const began = performance.now();
    const outcomes = await run(out, { 'XD.S002': fault }, options);
    const failed = outcomes.filter(({ status }) => status === 'failed');
    expect(new Set(failed.map(({ station, error }) => `${station} ${error?.code}`))).toEqual(
      new Set([`XD.S002 ${code}`]),
    );
    reportRow(`a worker that ${fault === 'eat' ? 'eats memory' : `${fault}s`}`, {
      pairs: outcomes.length,
      failed: failed.length,
      seconds: Math.round((performance.now() - began) / 1000),
    });
    return failed;
  }

  it('that hangs in a loop is ended at the time limit; its pair fails and is tried again later', async () => {
    const failed = await onlyFails('spin', 'spin', 'timed-out', {
      ...{ overrides: ['executive.pair_timeout=8'], eventIds: [events[0]!] },
    });
    expect(failed).toHaveLength(1);
    expect(failed[0]!.error!.advice).toContain('pair_timeout');
    await run('spin', undefined);
    expect(await snapshot(demo.path('spin'))).toEqual(demo.undisturbed);
    expect(doneTwice(demo.path('spin'))).toEqual([]);
  });

  it('that eats memory is ended at its limit', async () => {
    const failed = await onlyFails('eat', 'eat', 'out-of-memory', { ...MANY, eventIds: [events[0]!] });
    expect(failed).toHaveLength(1);
    expect(failed[0]!.error!.message).toContain('1000 MB');
  });

  it('that eats memory ends itself where its host cannot look', async () => {
    const blind = (faults?: Record<string, string>) => Object.assign(launcher(faults), { memoryOf: () => null });
    const options = { ...MANY, eventIds: [events[0]!] };
    const failed = await onlyFails('eat-blind', 'eat', 'out-of-memory', {
      ...options,
      launcher: blind({ 'XD.S002': 'eat' }),
    });
    expect(failed).toHaveLength(1);
    expect(failed[0]!.error!.message).toContain('1000 MB');
    const outcomes = await run('eat-blind', undefined, { ...options, launcher: blind() });
    expect(outcomes.filter(({ status }) => status === 'ok')).toHaveLength(STATIONS);
  });

  it('that dies of a pair costs this pair only', async () => {
    expect(await onlyFails('die', 'die', 'worker-died')).toHaveLength(events.length);
    await run('die', undefined);
    expect(await snapshot(demo.path('die'))).toEqual(demo.undisturbed);
  });

  it('that exits at once, again and again, ends the run with the reason', async () => {
    const began = performance.now();
    await expect(run('exit', { start: 'exit' })).rejects.toMatchObject({
      failure: { code: 'exit-loop', message: expect.stringContaining('exit code 7') },
    });
    expect(performance.now() - began).toBeLessThan(20_000);
    await run('exit', undefined);
    expect(await snapshot(demo.path('exit'))).toEqual(demo.undisturbed);
  });

  it.each([1, 2, 4, 8])('is one of %i: the results are the same to the bit', async (count) => {
    const started = new Set<string>();
    const debug = (message: string) => {
      const name = /^\[(pair-\d+)\] started/.exec(message)?.[1];
      if (name) started.add(name);
    };
    const nothing = () => undefined;
    const logger = { debug, info: nothing, warn: nothing, error: nothing };
    const outcomes = await run(`workers-${count}`, undefined, { maxStations: count, maxEvents: 1, logger });
    expect(outcomes).toHaveLength(events.length * STATIONS);
    expect(started.size).toBe(count);
    expect(await snapshot(demo.path(`workers-${count}`))).toEqual(demo.undisturbed);
  });

  it('is one of any number: so are the figures', async () => {
    const drawn = [1, 4].map(async (maxStations) => {
      const out = `figures-${maxStations}`;
      await run(out, undefined, { maxStations, plot: true, eventIds: [events[0]!] });
      return (await snapshot(demo.path(out))).files;
    });
    const [alone, together] = await Promise.all(drawn);
    expect(Object.keys(alone!).filter((path) => path.endsWith('.png'))).toHaveLength(STATIONS);
    expect(together).toEqual(alone);
  });
});
