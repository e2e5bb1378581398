import { mkdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { endRuns, TestProject } from '../../../test/support/executiveProject';

afterEach(endRuns);

const FILES = ['misfits.csv', 'residuals/residuals_a.txt', 'adjsrcs/a/STATIONS_ADJOINT'];
/** Times by which one sees whether a file was written again. */
const timesOf = (project: TestProject) =>
  FILES.map((name) => statSync(join(project.path, name), { bigint: true }).mtimeNs);

async function finished(): Promise<TestProject> {
  const project = new TestProject();
  mkdirSync(join(project.path, 'stations'));
  project.write('stations/STATIONS', 'AAA NZ -41.0 174.5 12.0 3.0\n');
  await project.finish();
  return project;
}

describe('the tables', () => {
  it('stay as they are where a run finds nothing to do', async () => {
    const project = await finished();
    const before = timesOf(project);
    const { seen } = await project.finish();
    expect([seen.skipped, timesOf(project)]).toEqual([12, before]);
  });

  it.each(FILES)('are written again where somebody has removed or changed %s', async (name) => {
    const project = await finished();
    const text = project.read(name);
    rmSync(join(project.path, name));
    await project.finish();
    expect(project.read(name)).toBe(text);
    project.write(name, 'something else\n');
    utimesSync(join(project.path, name), 1, 1);
    await project.finish();
    expect(project.read(name)).toBe(text);
  });

  it('are written again when a pair is done again, and when a run is of other events', async () => {
    const project = await finished();
    project.say('b', 'NZ.BBB', '7');
    await project.finish({ eventIds: ['b'] });
    expect(project.read('misfits.csv')).toContain('b,NZ.BBB,ok,7,');
    rmSync(join(project.path, 'residuals/residuals_c.txt'));
    await project.finish();
    expect(project.has('residuals/residuals_c.txt')).toBe(true);
  });

  it('know when a station has moved in STATIONS', async () => {
    const project = await finished();
    project.write('stations/STATIONS', 'AAA NZ -42.0 174.5 12.0 3.0\n');
    await project.finish();
    expect(project.read('adjsrcs/a/STATIONS_ADJOINT')).toBe('AAA NZ -42.0 174.5 12.0 3.0\n');
  });
});
