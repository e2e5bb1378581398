import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { HandDecision } from '@/core/model';
import { endRuns, failureOf, launcher, TestProject } from '../../test/support/executiveProject';
import { temporaryFolder } from '../../test/support/temporaryFolder';
import { Executive } from './executive';
import { readDecisions, readJournal } from './journal/journalReader';

afterEach(endRuns);

let times = 0;
function decision(station: string, verdict: HandDecision['verdict']): HandDecision {
  const at = new Date(1.7e12 + 1000 * times++).toISOString();
  return { event: 'a', station, evaluation: 'default', verdict, by: 'anna', at, note: 'a "note"', windows: {} };
}
const journal = (project: TestProject) => join(project.path, '.atoa/journal.jsonl');
const decideAlone = async (project: TestProject, made: HandDecision) => {
  const again = [{ event: made.event, station: made.station }];
  const executive = await Executive.open({ cwd: project.path, launcher, maxStations: 1, again });
  return executive.run([made]);
};

describe('decisions by hand', () => {
  it('do their pair again, and it alone; the table keeps the others', async () => {
    const project = new TestProject();
    await project.finish();
    const table = project.read('misfits.csv');
    project.begun();
    await decideAlone(project, decision('NZ.BBB', 'rejected'));
    expect(project.begun()).toEqual(['a/NZ.BBB']);
    expect(project.read('misfits.csv')).toBe(table);
    expect((await project.finish()).seen.skipped).toBe(12);
    appendFileSync(journal(project), `${JSON.stringify({ kind: 'hand', ...decision('NZ.CCC', 'accepted') })}\n`);
    expect((await project.finish()).seen.reprocessed).toEqual(['a/NZ.CCC hand']);
    await decideAlone(project, decision('NZ.BBB', 'withdrawn'));
    expect((await project.finish()).seen.skipped).toBe(12);
  });

  it('that are made during a run are in its journal', async () => {
    const project = new TestProject();
    project.say('a', 'NZ.AAA', 'slow');
    const { executive, outcomes } = await project.run();
    const made = decision('NZ.AAA', 'rejected');
    expect(await executive.decide(made)).toBe(true);
    expect((await readDecisions(journal(project))).in('default', made)).toEqual(made);
    await outcomes;
    expect(await executive.decide(decision('NZ.AAA', 'accepted'))).toBe(false);
    expect((await project.finish()).executive.state).toMatchObject({ phase: 'done' });
  });

  it('are refused while another run goes, and nothing is decided then', async () => {
    const project = new TestProject();
    project.say('a', 'NZ.AAA', 'slow');
    const { outcomes } = await project.run();
    expect(await failureOf(decideAlone(project, decision('NZ.BBB', 'rejected')))).toMatchObject({ code: 'locked' });
    await outcomes;
    expect([...(await readDecisions(journal(project))).all()]).toEqual([]);
  });

  it('hold for runs whose outputs go elsewhere, as of their last word', async () => {
    const project = new TestProject();
    await project.finish();
    const out = join(temporaryFolder('out'), 'new');
    const first = decision('NZ.BBB', 'rejected');
    await decideAlone(project, first);
    await project.finish({ out });
    const elsewhere = async () => [...(await readDecisions(join(out, '.atoa/journal.jsonl'))).all()];
    expect(await elsewhere()).toEqual([first]);
    const second = decision('NZ.BBB', 'withdrawn');
    await decideAlone(project, second);
    expect((await project.finish({ out })).seen.reprocessed).toEqual(['a/NZ.BBB inputs']);
    expect(await elsewhere()).toEqual([second]);
  });

  it('that came with a run to be done again hold, unless they were overruled here', async () => {
    const project = new TestProject();
    const [older, rejected] = [decision('NZ.BBB', 'rejected'), decision('NZ.CCC', 'rejected')];
    const newer = decision('NZ.BBB', 'accepted');
    await project.finish();
    await decideAlone(project, newer);
    project.begun();
    expect((await project.finish({ decisions: [older, rejected] })).seen.reprocessed).toEqual(['a/NZ.CCC hand']);
    const book = await readDecisions(journal(project));
    expect(book.in('default', older)).toEqual(newer);
    expect(book.in('default', rejected)).toEqual(rejected);
    await project.finish({ decisions: [older, rejected] });
    expect((await readDecisions(journal(project))).history(rejected)).toEqual([rejected]);
  });

  it('do not disturb readers that know nothing of them, nor lines of a later program', async () => {
    const project = new TestProject();
    await project.finish();
    appendFileSync(journal(project), '{"kind":"comment","text":"of a later version"}\n');
    const { state, damaged } = await readJournal(journal(project));
    expect([damaged, [...state.records()].length, [...state.hand.all()]]).toEqual([0, 12, []]);
    expect(readFileSync(journal(project), 'utf8')).not.toContain('"hand"');
  });
});
