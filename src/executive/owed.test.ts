import { afterEach, expect, it } from 'vitest';
import { endRuns, EVENTS, STATIONS, TestProject } from '../../test/support/executiveProject';

afterEach(endRuns);

const ALL = EVENTS.flatMap((event) => STATIONS.map((station) => `${event}/${station}`));

/** A project that is done, and then was to be done again, up to its second event. */
async function brokenOff(): Promise<{ project: TestProject; done: string[] }> {
  const project = new TestProject();
  for (const event of ['b', 'c']) for (const station of STATIONS) project.say(event, station, 'slow');
  await project.finish();
  const { executive, outcomes } = await project.run({ fresh: true, maxStations: 1 });
  await expect.poll(() => executive.state.done, { timeout: 30_000 }).toBeGreaterThanOrEqual(STATIONS.length);
  executive.cancel();
  const done = Object.entries(await outcomes).flatMap(([event, stations]) =>
    Object.keys(stations).map((station) => `${event}/${station}`),
  );
  project.begun();
  return { project, done };
}

it('a run does what a fresh one before it has not come to, and what that has done no more', async () => {
  const { project, done } = await brokenOff();
  expect(done.length).toBeLessThan(ALL.length);
  const { seen } = await project.finish();
  expect(seen.skipped).toBe(done.length);
  expect(project.begun()).toEqual(ALL.filter((pair) => !done.includes(pair)));
  expect(seen.reprocessed).toContain('c/NZ.AAA asked');
  await project.finish();
  expect(project.begun()).toEqual([]);
});

it('that is owed by all runs after it, by each for its own pairs', async () => {
  const { project, done } = await brokenOff();
  await project.finish({ eventIds: ['c'] });
  expect(project.begun()).toEqual(STATIONS.map((station) => `c/${station}`));
  await project.finish();
  expect(project.begun()).toEqual(ALL.filter((pair) => pair.startsWith('b/') && !done.includes(pair)));
});

it('nothing is owed to a run of another selection, or of pairs by name', async () => {
  const project = new TestProject();
  await project.finish();
  await project.finish({ fresh: true, eventIds: ['a'] });
  await project.finish({ fresh: true, again: [{ event: 'b', station: 'NZ.AAA' }] });
  project.begun();
  await project.finish();
  expect(project.begun()).toEqual([]);
});
