import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { ProjectProblem } from '@/core/model';
import { openProject } from '@/project';
import { endRuns, TestProject } from '../../test/support/executiveProject';
import { readResults } from './pastRuns';

afterEach(endRuns);

it('names pairs whose waveforms are gone, at the end of a run and later, and keeps what they have left', async () => {
  const project = new TestProject();
  await project.finish();
  expect((await readResults(await openProject(project.path))).left).toBeNull();
  rmSync(join(project.path, 'observed/b/NZ.BBB.BXZ.semd'));
  rmSync(join(project.path, 'synthetics/c'), { recursive: true });
  const { executive, outcomes } = await project.run({ readyOnly: true });
  const told: (ProjectProblem | null)[] = [];
  executive.on('leftBehind', (problem) => told.push(problem));
  await outcomes;
  const problem = (await readResults(await openProject(project.path))).left;
  expect(told).toEqual([problem]);
  expect(problem).toMatchObject({ severity: 'warning' });
  expect(problem!.message).toContain('b NZ.BBB, c NZ.AAA, c NZ.BBB and 2 more');
  expect(project.has('adjsrcs/b/NZ.BBB.BXZ.adj')).toBe(true);
});

it('does not name a pair that has failed since its waveforms are gone', async () => {
  const project = new TestProject();
  await project.finish();
  rmSync(join(project.path, 'observed/b/NZ.BBB.BXZ.semd'));
  expect((await readResults(await openProject(project.path))).left).not.toBeNull();
  const { executive, outcomes } = await project.run({ again: [{ event: 'b', station: 'NZ.BBB' }] });
  const told: (ProjectProblem | null)[] = [];
  executive.on('leftBehind', (problem) => told.push(problem));
  await outcomes;
  expect(told).toEqual([null]);
});
