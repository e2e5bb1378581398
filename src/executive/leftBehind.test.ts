import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openProject } from '@/project';
import { endRuns, TestProject } from '../../test/support/executiveProject';
import { readLeftBehind } from './pastRuns';

afterEach(endRuns);

it('names pairs whose waveforms are gone, and keeps what they have left', async () => {
  const project = new TestProject();
  await project.finish();
  expect(await readLeftBehind(await openProject(project.path))).toBeNull();
  rmSync(join(project.path, 'observed/b/NZ.BBB.BXZ.semd'));
  rmSync(join(project.path, 'synthetics/c'), { recursive: true });
  await project.finish({ readyOnly: true });
  const problem = await readLeftBehind(await openProject(project.path));
  expect(problem).toMatchObject({ severity: 'warning' });
  expect(problem!.message).toContain('b NZ.BBB, c NZ.AAA, c NZ.BBB and 2 more');
  expect(project.has('adjsrcs/b/NZ.BBB.BXZ.adj')).toBe(true);
});
