import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FaultDemo } from './support/demo';
import { doneTwice, pairLines } from './support/journal';
import { killAtRandom, KINDS, watchDatasets, type Kind } from './support/killer';
import { CAN_LOOK, NEEDS_PROC } from './support/processes';
import { generator } from '../support/random';
import { sleep } from './support/sleep';
import { reportRow, ROUNDS, SEED } from './support/report';
import { snapshot, type Snapshot } from './support/snapshot';

/** Of a run that goes on: a second evaluation, which the datasets of the first are to hold too. */
const SECOND = ['--set', 'step_count=1'];
const MOST_RUNS = 12;

interface Round {
  kills: number;
  runs: number;
  opened: number;
}

describe.runIf(CAN_LOOK)(`SIGKILL at a random moment${NEEDS_PROC}`, () => {
  let demo: FaultDemo;
  let second: Snapshot;

  beforeAll(async () => {
    demo = await FaultDemo.make();
    await demo.copy('undisturbed', 'second');
    await demo.finish('second', ...SECOND);
    second = await snapshot(demo.path('second'));
  });

  afterAll(() => demo.remove());

  /** Every other round begins where datasets exist already, which are to be replaced. */
  async function round(kind: Kind, index: number, random: () => number): Promise<Round> {
    const out = `${kind}-${index}`;
    const isSecond = index % 2 === 1;
    if (isSecond) await demo.copy('undisturbed', out);
    const args = isSecond ? SECOND : [];
    const stopWatching = watchDatasets(demo.path(out));
    let left = 1 + Math.floor(random() * 3);
    const result: Round = { kills: 0, runs: 0, opened: 0 };
    for (;;) {
      const command = demo.start(out, ...args);
      const host = command.process.pid!;
      const kills = kind === 'host' ? Math.min(left, 1) : left;
      const { duration } = demo;
      const killing = killAtRandom({ kind, host, ended: command.finished, duration, kills, random });
      const { code, stdout, stderr } = await command.finished;
      result.kills += await killing;
      left -= kills;
      result.runs++;
      if (code === 0) break;
      if (result.runs >= MOST_RUNS) throw new Error(`${out}: exit code ${code}\n${stderr}\n${stdout}`);
      // The workers of a host that was killed may live a moment longer: sometimes the next run meets them.
      if (random() < 0.5) await sleep(random() * 300);
    }
    result.opened = await stopWatching();
    expect(await snapshot(demo.path(out)), out).toEqual(isSecond ? second : demo.undisturbed);
    expect(doneTwice(demo.path(out)), out).toEqual([]);
    await demo.forget(out);
    return result;
  }

  it.each(KINDS)(
    'of %s costs nothing that was done, and changes nothing',
    async (kind) => {
      const random = generator(SEED + KINDS.indexOf(kind));
      const total = { rounds: 0, kills: 0, runs: 0, opened: 0 };
      while (total.kills < ROUNDS) {
        const { kills, runs, opened } = await round(kind, total.rounds++, random);
        total.kills += kills;
        total.runs += runs;
        total.opened += opened;
      }
      reportRow(`SIGKILL of ${kind}`, total);
    },
    60_000 + ROUNDS * 60_000,
  );

  it('leaves the undisturbed run with every pair once', () => {
    expect(pairLines(demo.path('undisturbed'))).toHaveLength(24);
    expect(Object.keys(demo.undisturbed.datasets)).toHaveLength(4);
    expect(demo.undisturbed.state).toEqual(['.atoa/journal.jsonl']);
  });
});
