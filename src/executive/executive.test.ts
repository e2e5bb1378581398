import { mkdirSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { afterEach, describe, expect, it } from 'vitest';
import { endRuns, EVENTS, failureOf, launcher, STATIONS, TestProject } from '../../test/support/executiveProject';
import { temporaryFolder } from '../../test/support/temporaryFolder';
import { Executive } from './executive';
import { NodeLauncher } from './processes/nodeLauncher';

/** A test that fails leaves no workers behind. */
afterEach(endRuns);

describe('an executive', () => {
  it('processes every pair, commits every event and writes the table', async () => {
    const project = new TestProject();
    const { outcomes, seen, executive } = await project.finish();
    expect(Object.keys(outcomes)).toEqual(EVENTS);
    expect(Object.keys(outcomes['a']!)).toEqual(STATIONS);
    expect(outcomes['b']!['NZ.CCC']!.misfit).toBe(2.5);
    expect(seen.outcomes).toHaveLength(12);
    expect(seen.states.map(({ phase }) => phase)).toEqual(['running', 'committing', 'done']);
    expect(executive.state).toMatchObject({ total: 12, done: 12, failed: 0, windows: 12, misfit: 24, error: null });
    expect(project.read('datasets/a.h5')).toBe('NZ.AAA 0.5\nNZ.BBB 1.5\nNZ.CCC 2.5\nNZ.DDD 3.5\n');
    expect(project.read('misfits.csv').split('\n')).toHaveLength(14);
    expect(readdirSync(join(project.path, '.atoa')).sort()).toEqual(['journal.jsonl', 'spool']);
    expect(readdirSync(join(project.path, '.atoa/spool'))).toEqual([]);
  });

  it("has the reference's names and defaults", async () => {
    const project = new TestProject();
    const executive = await Executive.open({
      cwd: project.path,
      launcher,
      eventIds: ['b'],
      stationCodes: ['NZ.?B*.*.*'],
    });
    expect(executive.codes).toEqual(['b/NZ.BBB']);
    expect(executive.maxEvents).toBe(1);
    expect(executive.maxStations).toBeGreaterThanOrEqual(1);
    expect(executive.maxStations).toBeLessThanOrEqual(4);
    expect(() => executive.check()).not.toThrow();
    for (const options of [{ stationCodes: ['NZ.BFZ'] }, { eventIds: ['x'] }, { stationCodes: ['NZ.XXX.*.*'] }]) {
      const other = await Executive.open({ cwd: project.path, launcher, ...options });
      expect(() => other.check()).toThrow();
    }
  });

  it('processes one event, or one pair', async () => {
    const project = new TestProject();
    const executive = await Executive.open({ cwd: project.path, launcher });
    expect(await executive.processStation('b/NZ.BBB')).toMatchObject({ misfit: 1.5 });
    expect(Object.keys(await executive.processEvent('c'))).toEqual(['c']);
    expect(project.begun()).toEqual(['b/NZ.BBB', ...STATIONS.map((station) => `c/${station}`)]);
    await expect(executive.processStation('b/NZ.XXX')).rejects.toThrow('not in the selection');
  });

  it('gives the same table whatever the number of workers', async () => {
    const tables = await Promise.all(
      [1, 3].map(async (maxStations) => {
        const project = new TestProject();
        await project.finish({ maxStations, maxEvents: maxStations });
        return project.read('misfits.csv');
      }),
    );
    expect(tables[0]).toBe(tables[1]);
  });

  it('sums up each event for SeisFlows and SPECFEM', async () => {
    const project = new TestProject();
    mkdirSync(join(project.path, 'stations'));
    project.write(
      'stations/STATIONS',
      'BBB   NZ  -41.00  174.5000  12.0 3.0  # roof\n  AAA NZ 5000.0 7000.0 0.0 0.0\nXXX NZ 1 2 3 4\n',
    );
    const overrides = ['iteration=2', 'step_count=1'];
    project.say('b', 'NZ.BBB', 'kill');
    await project.finish({ overrides });
    // Half of the sum per window: one window a pair.
    expect(project.read('residuals/residuals_a_2_1.txt')).toBe('1\n');
    expect(project.read('residuals/residuals_b_2_1.txt')).toBe(`${(0.5 * 6.5) / 3}\n`);
    expect(project.read('adjsrcs/a/STATIONS_ADJOINT')).toBe(
      '  AAA NZ 5000.0 7000.0 0.0 0.0\nBBB   NZ  -41.00  174.5000  12.0 3.0  # roof\n',
    );
    expect(project.read('adjsrcs/b/STATIONS_ADJOINT')).toBe('  AAA NZ 5000.0 7000.0 0.0 0.0\n');
    rmSync(join(project.path, 'adjsrcs/c/STATIONS_ADJOINT'));
    await project.finish({ overrides });
    expect(project.has('adjsrcs/c/STATIONS_ADJOINT')).toBe(true);
  });

  it('writes everything elsewhere when told so', async () => {
    const project = new TestProject();
    const out = join(temporaryFolder('out'), 'new');
    await project.finish({ out });
    expect(readdirSync(out).sort()).toEqual(['.atoa', 'adjsrcs', 'datasets', 'misfits.csv', 'residuals']);
    expect(project.has('.atoa')).toBe(false);
  });

  it('keeps a second run out', async () => {
    const project = new TestProject();
    project.say('a', 'NZ.AAA', 'slow');
    const first = await project.run();
    const second = await project.run();
    expect(await failureOf(second.outcomes)).toMatchObject({ code: 'locked' });
    expect(second.executive.state).toMatchObject({ phase: 'failed', total: 12, error: { code: 'locked' } });
    await first.outcomes;
    await project.finish();
  });
});

describe('misfortunes', () => {
  it('of a worker cost one retry', async () => {
    const project = new TestProject();
    project.say('b', 'NZ.BBB', 'kill once');
    const { outcomes } = await project.finish();
    expect(outcomes['b']!['NZ.BBB']).toMatchObject({ status: 'ok' });
  });

  it("of a pair that kills its workers are that pair's outcome, with a log", async () => {
    const project = new TestProject();
    project.say('b', 'NZ.BBB', 'kill');
    const { outcomes, executive } = await project.finish();
    expect(outcomes['b']!['NZ.BBB']!.error).toMatchObject({ stage: 'worker', code: 'worker-died' });
    expect(executive.state).toMatchObject({ phase: 'done', done: 12, failed: 1 });
    expect(project.read('logs/b_NZ_BBB.txt')).toContain('SIGKILL');
    expect(project.read('datasets/b.h5')).not.toContain('BBB');
  });

  it('of a pair that hangs are ended by the time limit', async () => {
    const project = new TestProject();
    project.say('b', 'NZ.BBB', 'hang');
    const { outcomes } = await project.finish({ overrides: ['executive.pair_timeout=0.3'] });
    expect(outcomes['b']!['NZ.BBB']!.error).toMatchObject({ code: 'timed-out' });
  });

  it('of the writer cost one retry, or the run', async () => {
    const project = new TestProject();
    project.write('bad-writer', 'kill once');
    await project.finish();
    expect(project.read('datasets/a.h5')).toContain('NZ.AAA');
    project.write('bad-writer', 'kill');
    project.say('a', 'NZ.AAA', '9');
    expect(await failureOf((await project.run()).outcomes)).toMatchObject({ code: 'worker-died' });
    rmSync(join(project.path, 'bad-writer'));
    project.begun();
    await project.finish();
    expect(project.begun()).toEqual([]);
    expect(project.read('datasets/a.h5')).toContain('NZ.AAA 9');
  });

  it('of one dataset do not keep the others from theirs', async () => {
    const project = new TestProject();
    project.write('bad-writer', 'fail b');
    const { executive, outcomes } = await project.run();
    expect(await failureOf(outcomes)).toMatchObject({ code: 'write-failed' });
    expect(executive.state).toMatchObject({ phase: 'failed', done: 12 });
    expect(readdirSync(join(project.path, 'datasets')).sort(), 'and nothing half-written').toEqual(['a.h5', 'c.h5']);
  });

  it('of the disk end the run and lose nothing', async () => {
    const project = new TestProject();
    project.say('b', 'NZ.BBB', 'full');
    // By one worker, pairs are done in their order.
    const full = await project.run({ maxStations: 1 });
    expect(await failureOf(full.outcomes)).toMatchObject({ code: 'disk-full' });
    project.say('b', 'NZ.BBB', '7');
    const { outcomes, seen } = await project.finish();
    expect(outcomes['b']!['NZ.BBB']!.misfit).toBe(7);
    expect(seen.skipped).toBeGreaterThanOrEqual(4);
    expect(readdirSync(join(project.path, 'datasets'))).toHaveLength(3);
  });

  it('of the program end the run', async () => {
    const project = new TestProject();
    const nowhere = new NodeLauncher({ entries: { pair: '/nowhere.js', writer: '/nowhere.js' } });
    expect(await failureOf((await project.run({ launcher: nowhere })).outcomes)).toMatchObject({ code: 'exit-loop' });
  });

  it('cancelled, a run ends within a second and is gone on with later', async () => {
    const project = new TestProject();
    for (const event of ['b', 'c']) for (const station of STATIONS) project.say(event, station, 'hang');
    const { executive, outcomes, seen } = await project.run();
    await expect.poll(() => seen.outcomes.length, { timeout: 20_000 }).toBe(4);
    const began = performance.now();
    executive.cancel();
    expect(Object.keys(await outcomes)).toEqual(['a']);
    expect(performance.now() - began).toBeLessThan(1000);
    expect(executive.state.phase).toBe('cancelled');
    for (const event of ['b', 'c']) for (const station of STATIONS) project.say(event, station, '2');
    const second = await project.finish();
    expect(second.seen.skipped).toBe(4);
    expect(executive.state.total).toBe(12);
  });
});

describe('the dataset of a new event', () => {
  it('is begun with the pairs that are done, in their order, and is gone again where the run is cancelled', async () => {
    const project = new TestProject();
    const [part, dataset] = ['datasets/a.h5.part', 'datasets/a.h5'];
    project.say('a', 'NZ.CCC', 'hang');
    const { executive, outcomes } = await project.run();
    await expect
      .poll(() => project.has(part) && project.read(part), { timeout: 20_000 })
      .toBe('NZ.AAA 0.5\nNZ.BBB 1.5\n');
    expect(project.has(dataset)).toBe(false);
    executive.cancel();
    await outcomes;
    expect([project.has(part), project.has(dataset)]).toEqual([false, false]);

    project.say('a', 'NZ.CCC', '9');
    await project.finish();
    expect(project.has(part)).toBe(false);
    expect(project.read(dataset)).toBe('NZ.AAA 0.5\nNZ.BBB 1.5\nNZ.CCC 9\nNZ.DDD 3.5\n');
  });
});

describe('a resumed run', () => {
  it('does nothing twice', async () => {
    const project = new TestProject();
    await project.finish();
    const table = project.read('misfits.csv');
    project.begun();
    const { outcomes, seen } = await project.finish();
    expect(project.begun()).toEqual([]);
    expect(seen.skipped).toBe(12);
    expect(outcomes['c']!['NZ.DDD']!.misfit).toBe(3.5);
    expect(project.read('misfits.csv')).toBe(table);
  });

  it('does again what has changed, and says why', async () => {
    const project = new TestProject();
    await project.finish();
    project.begun();
    project.say('a', 'NZ.BBB', '99');
    rmSync(join(project.path, 'adjsrcs/b/NZ.CCC.BXZ.adj'));
    rmSync(join(project.path, 'datasets/c.h5'));
    const { seen } = await project.finish();
    const dataset = STATIONS.map((station) => `c/${station} dataset`);
    expect(seen.reprocessed).toEqual(['a/NZ.BBB inputs', 'b/NZ.CCC adjoints', ...dataset]);
    expect(project.begun()).toHaveLength(6);
    expect(project.read('datasets/a.h5')).toContain('NZ.BBB 99');
  });

  it('does again what was in a dataset that has lost its end', async () => {
    const project = new TestProject();
    await project.finish();
    truncateSync(join(project.path, 'datasets/c.h5'));
    const { seen } = await project.finish();
    expect(seen.reprocessed).toEqual(STATIONS.map((station) => `c/${station} damaged`));
    expect(project.read('datasets/c.h5')).toContain('NZ.DDD 3.5');
  });

  it('does again what waited for its dataset and was damaged', async () => {
    const project = new TestProject();
    project.write('bad-writer', 'fail b');
    expect(await failureOf((await project.run()).outcomes)).toMatchObject({ code: 'write-failed' });
    rmSync(join(project.path, 'bad-writer'));
    const spools = join(project.path, '.atoa/spool/b');
    truncateSync(join(spools, 'NZ.BBB.spool'), 36);
    rmSync(join(spools, 'NZ.CCC.spool'));
    const { seen } = await project.finish();
    expect(seen.reprocessed).toEqual(['b/NZ.BBB spoiled', 'b/NZ.CCC spool']);
    expect(project.read('datasets/b.h5')).toBe('NZ.AAA 0.5\nNZ.BBB 1.5\nNZ.CCC 2.5\nNZ.DDD 3.5\n');
  });

  it('does everything again with another configuration, or when asked to', async () => {
    const project = new TestProject();
    await project.finish();
    const changed = await project.finish({ overrides: ['min_period=12'] });
    expect(changed.seen.reprocessed[0]).toBe('a/NZ.AAA configuration');
    const asked = await project.finish({ overrides: ['min_period=12'], fresh: true });
    expect(asked.seen.reprocessed[0]).toBe('a/NZ.AAA asked');
    expect([changed.seen.skipped, asked.seen.skipped]).toEqual([0, 0]);
  });

  it("tries again what a worker's death has spoiled", async () => {
    const project = new TestProject();
    project.say('a', 'NZ.AAA', 'kill');
    await project.finish();
    const { seen } = await project.finish();
    expect(seen.reprocessed).toEqual(['a/NZ.AAA passing']);
  });

  it('keeps in the table what earlier runs of the same configuration have done', async () => {
    const project = new TestProject();
    await project.finish({ eventIds: ['a'] });
    await project.finish({ eventIds: ['b'] });
    expect(project.read('misfits.csv').trim().split('\n')).toHaveLength(9);
    await project.finish({ eventIds: ['b'], overrides: ['min_period=12'] });
    expect(project.read('misfits.csv').trim().split('\n')).toHaveLength(5);
  });
});
