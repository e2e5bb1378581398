import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { HandDecision, ProjectProblem } from '@/core/model';
import { openProject } from '@/project';
import { endRuns, TestProject } from '../../test/support/executiveProject';
import { handLine } from './journal/journalLines';
import { readResults } from './pastRuns';

afterEach(endRuns);

it('names pairs whose waveforms are gone, at the end of a run and later, and keeps what they have left', async () => {
  const project = new TestProject();
  await project.finish();
  expect((await readResults(await openProject(project.path))).left).toEqual([]);
  rmSync(join(project.path, 'observed/b/NZ.BBB.BXZ.semd'));
  rmSync(join(project.path, 'synthetics/c'), { recursive: true });
  const { executive, outcomes } = await project.run({ readyOnly: true });
  const told: ProjectProblem[][] = [];
  executive.on('leftBehind', (problems) => told.push(problems));
  await outcomes;
  const { left } = await readResults(await openProject(project.path));
  const [problem] = left;
  expect(told).toEqual([left]);
  expect(problem).toMatchObject({ severity: 'warning' });
  expect(problem!.message).toContain('b NZ.BBB, c NZ.AAA, c NZ.BBB and 2 more');
  expect(project.has('adjsrcs/b/NZ.BBB.BXZ.adj')).toBe(true);
});

it('does not name a pair that has failed since its waveforms are gone', async () => {
  const project = new TestProject();
  await project.finish();
  rmSync(join(project.path, 'observed/b/NZ.BBB.BXZ.semd'));
  expect((await readResults(await openProject(project.path))).left).toHaveLength(1);
  const { executive, outcomes } = await project.run({ again: [{ event: 'b', station: 'NZ.BBB' }] });
  const told: ProjectProblem[][] = [];
  executive.on('leftBehind', (problems) => told.push(problems));
  await outcomes;
  expect(told).toEqual([[]]);
});

it('names decisions whose lines are damaged, until their pairs are decided on again', async () => {
  const project = new TestProject();
  await project.finish();
  const journal = join(project.path, '.atoa/journal.jsonl');
  const decision = (station: string): HandDecision => ({
    ...{ event: 'b', station, evaluation: 'default', verdict: 'rejected', windows: {} },
    ...{ by: 'somebody', at: '2026-01-01T00:00:00Z', note: '' },
  });
  const text = (station: string) => `${JSON.stringify(handLine(decision(station)))}\n`;
  const start = project.read('.atoa/journal.jsonl').split('\n').length;
  appendFileSync(journal, text('NZ.BBB').replace('rejected"', 'rejected'));
  appendFileSync(journal, `${text('NZ.CCC').slice(0, 30)}\n`);
  appendFileSync(journal, '{"kind":"pair","event":"b","outcome":{"hand":{"verdict":"accepted"}\n');
  const problems = async () => (await readResults(await openProject(project.path))).left.map(({ message }) => message);
  const told = 'decisions by hand are lost, as their lines in the journal are damaged:';
  expect(await problems()).toEqual([`${told} line ${start}, on b NZ.BBB; line ${start + 1}`]);
  const { executive, outcomes } = await project.run();
  const atEnd: ProjectProblem[][] = [];
  executive.on('leftBehind', (left) => atEnd.push(left));
  await outcomes;
  expect(atEnd.map((left) => left.map(({ message }) => message))).toEqual([await problems()]);
  appendFileSync(journal, text('NZ.BBB'));
  expect(await problems()).toEqual([`${told} line ${start + 1}`]);
});
