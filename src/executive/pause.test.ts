import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { endRuns, EVENTS, STATIONS, TestProject } from '../../test/support/executiveProject';
import { failedPairs } from './pastRuns';

afterEach(endRuns);

const slowProject = () => {
  const project = new TestProject();
  for (const event of EVENTS) for (const station of STATIONS) project.say(event, station, 'slow');
  return project;
};

describe('a paused run', () => {
  it('ends what is under way, hands out nothing more, and goes on where it was', async () => {
    const project = slowProject();
    const { executive, outcomes, seen } = await project.run({ maxStations: 2 });
    await expect.poll(() => seen.outcomes.length, { timeout: 20_000 }).toBeGreaterThan(0);
    executive.pause();
    expect(executive.state.phase).toBe('paused');
    await expect.poll(() => executive.state.active.length, { timeout: 20_000 }).toBe(0);
    const done = project.begun().length;
    // Each worker had one pair in hand and one waiting at most.
    expect(done).toBeLessThanOrEqual(7);
    // A pair is done when its line is on the disk.
    await expect.poll(() => executive.state.done, { timeout: 20_000 }).toBe(done);
    await sleep(700);
    expect([executive.state.done, project.begun()]).toEqual([done, []]);
    executive.resume();
    await outcomes;
    expect(executive.state).toMatchObject({ phase: 'done', done: 12, failed: 0 });
    expect(project.begun()).toHaveLength(12 - done);
    const phases = seen.states.map(({ phase }) => phase);
    expect(phases).toEqual(['running', 'paused', 'running', 'committing', 'done']);
  });

  it('can be paused before it begins', async () => {
    const project = new TestProject();
    const { executive, outcomes } = await project.run();
    executive.pause();
    await expect.poll(() => executive.state.phase, { timeout: 20_000 }).toBe('paused');
    await sleep(300);
    expect(project.begun()).toEqual([]);
    executive.resume();
    expect(Object.keys(await outcomes)).toEqual(EVENTS);
  });

  it('can be cancelled, and is gone on with by the next', async () => {
    const project = slowProject();
    const { executive, outcomes, seen } = await project.run();
    await expect.poll(() => seen.outcomes.length, { timeout: 20_000 }).toBeGreaterThan(0);
    executive.pause();
    await expect.poll(() => executive.state.active.length, { timeout: 20_000 }).toBe(0);
    const done = project.begun().length;
    await expect.poll(() => executive.state.done, { timeout: 20_000 }).toBe(done);
    executive.cancel();
    await outcomes;
    expect(executive.state.phase).toBe('cancelled');
    executive.resume();
    expect(executive.state.phase).toBe('cancelled');
    const second = await project.finish({ maxStations: 4 });
    expect(second.seen.skipped).toBe(done);
    expect(project.begun()).toHaveLength(12 - done);
  });

  it('still tries again what a worker has died of', async () => {
    const project = slowProject();
    project.say('a', 'NZ.AAA', 'kill once');
    const { executive, outcomes } = await project.run({ maxStations: 1 });
    await expect.poll(() => project.has('a.NZ.AAA.mark'), { timeout: 20_000 }).toBe(true);
    executive.pause();
    await expect.poll(() => executive.state.done, { timeout: 20_000 }).toBeGreaterThan(0);
    executive.resume();
    await outcomes;
    expect(executive.state).toMatchObject({ phase: 'done', failed: 0 });
  });
});

describe('doing again', () => {
  it('touches only the pairs that are named', async () => {
    const project = new TestProject();
    project.say('b', 'NZ.BBB', 'refuse');
    const first = await project.finish();
    expect(first.executive.state).toMatchObject({ done: 12, failed: 1 });
    project.begun();
    const failed = failedPairs(first.seen.outcomes);
    expect(failed).toEqual([{ event: 'b', station: 'NZ.BBB' }]);

    // A failure of the data is not tried again by itself, but is when it is asked for.
    const resumed = await project.finish();
    expect([resumed.seen.skipped, project.begun()]).toEqual([12, []]);
    const again = [...failed, { event: 'c', station: 'NZ.AAA' }];
    const second = await project.finish({ again });
    expect(second.seen.reprocessed).toEqual(['b/NZ.BBB asked', 'c/NZ.AAA asked']);
    expect(project.begun()).toEqual(['b/NZ.BBB', 'c/NZ.AAA']);
    expect(second.executive.state).toMatchObject({ total: 2, done: 2, skipped: 0, failed: 1 });

    project.say('b', 'NZ.BBB', '7');
    await project.finish({ again: failed });
    expect(project.read('datasets/b.h5')).toBe('NZ.AAA 0.5\nNZ.BBB 7\nNZ.CCC 2.5\nNZ.DDD 3.5\n');
    expect(project.read('misfits.csv').trim().split('\n')).toHaveLength(13);
  });

  it('takes the rest of the event along where stations are compared with each other', async () => {
    const project = new TestProject();
    const { executive } = await project.run({
      overrides: ['adj_src_type=cc_traveltime_dd'],
      again: [{ event: 'b', station: 'NZ.BBB' }],
    });
    expect(executive.codes).toEqual(STATIONS.map((station) => `b/${station}`));
  });

  it('refuses pairs outside of the selection', async () => {
    const project = new TestProject();
    const again = [{ event: 'b', station: 'NZ.BBB' }];
    await expect(project.finish({ eventIds: ['a'], again })).rejects.toThrow('to be done again');
  });
});
