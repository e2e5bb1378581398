import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { endRuns, failureOf, TestProject } from '../../test/support/executiveProject';

afterEach(endRuns);

const evaluation = (step: number, ...more: string[]) => ({
  overrides: ['iteration=1', `step_count=${step}`, ...more],
  eventIds: ['a'],
});

describe('evaluations', () => {
  it('keeps evaluations apart', async () => {
    const project = new TestProject();
    await project.finish(evaluation(0));
    project.say('a', 'NZ.AAA', '7');
    const second = await project.finish(evaluation(1));
    expect([second.seen.skipped, second.seen.reprocessed]).toEqual([0, []]);
    expect(project.read('misfits.csv')).toContain('a,NZ.AAA,ok,7,');
    expect((await project.finish(evaluation(1))).seen.skipped).toBe(4);
    project.say('a', 'NZ.AAA', '0.5');
    const back = await project.finish(evaluation(0));
    expect(back.seen.reprocessed.map((text) => text.split(' ')[1])).toEqual([
      'inputs',
      ...Array(3).fill('overwritten'),
    ]);
    expect(project.read('misfits.csv')).toContain('a,NZ.AAA,ok,0.5,');
  });

  it('leaves the spool of an evaluation that was broken off to it', async () => {
    const project = new TestProject();
    project.say('a', 'NZ.DDD', 'full');
    expect(await failureOf((await project.run({ ...evaluation(0), maxStations: 1 })).outcomes)).toMatchObject({
      code: 'disk-full',
    });
    project.say('a', 'NZ.DDD', '7');
    await project.finish(evaluation(1));
    expect(readdirSync(join(project.path, '.atoa/spool'))).toEqual(['a@i01s00']);
    const back = await project.finish(evaluation(0));
    expect(back.seen.reprocessed.map((text) => text.split(' ')[1])).not.toContain('spool');
    expect(readdirSync(join(project.path, '.atoa/spool'))).toEqual([]);
  });

  it('are done again when the evaluation that their windows come from has changed', async () => {
    const project = new TestProject();
    const fixed = () => project.finish(evaluation(1, 'fix_windows.policy=iteration'));
    await project.finish(evaluation(0));
    await fixed();
    expect((await fixed()).seen.skipped).toBe(4);
    await project.finish(evaluation(0, 'min_period=12'));
    expect((await fixed()).seen.reprocessed).toContain('a/NZ.AAA inputs');
  });
});
