import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { copyFile, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLines, type Finished } from '../support/cli';
import { FaultDemo } from './support/demo';
import { pairLines } from './support/journal';
import { kill } from './support/processes';
import { reportRow } from './support/report';
import { snapshot } from './support/snapshot';

/** What happens to a project while a run goes on: one worker, and the last pair's file, so that it comes in time. */
describe('in the middle of a run', () => {
  let demo: FaultDemo;
  let file: string;
  let kept: string;
  let pair: { event: string; station: string };

  beforeAll(async () => {
    demo = await FaultDemo.make();
    const event = readdirSync(join(demo.project, 'observed')).sort().at(-1)!;
    const folder = join(demo.project, 'observed', event);
    const name = readdirSync(folder).sort().at(-1)!;
    file = join(folder, name);
    kept = join(demo.folder, 'kept');
    pair = { event, station: name.split('.').slice(0, 2).join('.') };
    await copyFile(file, kept);
  });

  afterAll(() => demo.remove());

  /** Runs with one worker, and does something to the file after the first pair. */
  async function runWhile(out: string, misfortune: () => Promise<void> | void, ...args: string[]): Promise<Finished> {
    const command = demo.start(out, '--max-stations', '1', ...args);
    let happened: Promise<void> | null = null;
    command.onLine(() => (happened ??= Promise.resolve(misfortune())));
    const finished = await command.finished;
    await happened;
    return finished;
  }

  const failures = ({ stdout }: Finished) => jsonLines(stdout).filter(({ status }) => status === 'failed');

  async function becomesWhole(out: string): Promise<void> {
    await demo.finish(out);
    expect(await snapshot(demo.path(out))).toEqual(demo.undisturbed);
  }

  it('a file disappears: its pair fails by name; when it is back, as it was, the pair is done', async () => {
    const aside = `${kept}.aside`;
    const finished = await runWhile('gone', () => rename(file, aside));
    await rename(aside, file);
    expect(finished.code).toBe(1);
    expect(failures(finished)).toMatchObject([{ ...pair, error: { stage: 'gather', code: 'unreadable' } }]);
    await becomesWhole('gone');
    reportRow('a file that disappears', { failed: 1, runs: 2 });
  });

  it('a file is cut short: its pair fails by name; when it is mended the pair is done', async () => {
    const whole = await readFile(file);
    const finished = await runWhile('cut', () => writeFile(file, whole.subarray(0, whole.length / 3)));
    expect(finished.code).toBeLessThan(2);
    await copyFile(kept, file);
    await becomesWhole('cut');
    reportRow('a file that is cut short', { failed: failures(finished).length, runs: 2 });
  });

  it('a file changes: the next run takes what it is then', async () => {
    const other = join(demo.project, 'observed', pair.event);
    const before = join(
      other,
      readdirSync(other)
        .sort()
        .find((name) => !name.startsWith(pair.station))!,
    );
    await runWhile('changed', async () => {
      await copyFile(before, `${file}.new`);
      await rename(`${file}.new`, file);
    });
    await copyFile(kept, file);
    await utimes(file, new Date(), new Date());
    await becomesWhole('changed');
    const lines = pairLines(demo.path('changed')).filter((line) => line.station === pair.station);
    expect(lines.filter(({ event }) => event === pair.event)).toHaveLength(2);
    reportRow('a file that changes', { runs: 2 });
  });

  it('a file becomes a pipe that nobody writes to: the time limit ends it', async () => {
    const finished = await runWhile(
      'pipe',
      async () => {
        await rm(file);
        spawnSync('mkfifo', [file]);
      },
      '--set',
      'executive.pair_timeout=3',
    );
    expect(failures(finished)).toMatchObject([pair]);
    await rm(file, { force: true });
    await copyFile(kept, file);
    await becomesWhole('pipe');
    reportRow('a file that is a pipe', { failed: 1, runs: 2 });
  });

  it('a second run is refused, naming the first; the first does not notice', async () => {
    let second: Finished | null = null;
    const command = demo.start('locked');
    let started: Promise<void> | null = null;
    command.onLine(() => (started ??= demo.run('locked').then((finished) => void (second = finished))));
    expect((await command.finished).code).toBe(0);
    await started;
    expect(second).toMatchObject({ code: 1, stderr: expect.stringContaining(`process ${command.process.pid} on`) });
    expect(await snapshot(demo.path('locked'))).toEqual(demo.undisturbed);
    reportRow('a second run', { refused: 1 });
  });

  it('the lock of a process that is gone, or whose number another has now, is taken over', async () => {
    const command = demo.start('stale');
    command.onLine(() => kill(command.process.pid!));
    await command.finished;
    const lock = join(demo.path('stale'), '.atoa/lock');
    expect(existsSync(lock)).toBe(true);
    const again = { host: hostname(), pid: process.pid, start: 'another boot/1', token: 'gone' };
    await writeFile(lock, JSON.stringify(again));
    await becomesWhole('stale');
    expect(existsSync(lock)).toBe(false);
    reportRow('a stale lock', { runs: 2 });
  });
});
