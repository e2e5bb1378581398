import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atoa, type Finished } from '../support/cli';
import { FaultDemo } from './support/demo';
import { workersOf } from './support/processes';
import { snapshot } from './support/snapshot';

const ATOA = resolve(import.meta.dirname, '../../bin/atoa.mjs');
const NO_CALLS = /^\s+at /m;

/** A run whose surroundings are not as one is used to: it says what is wrong, or does without. */
describe.skipIf(process.platform !== 'linux')('a run', () => {
  let demo: FaultDemo;

  beforeAll(async () => {
    demo = await FaultDemo.make(1, 2);
  });

  afterAll(() => demo.remove());

  /** Runs by way of a shell, which can set limits and send output elsewhere: `$0 "$@"` is the command. */
  function byShell(script: string, out: string, ...args: string[]): Finished {
    const command = [process.execPath, ATOA, 'run', demo.project, '--out', demo.path(out), ...args];
    const env = { ...process.env, XDG_CONFIG_HOME: demo.folder };
    const { status, stdout, stderr } = spawnSync('sh', ['-c', script, ...command], { env, encoding: 'utf8' });
    return { code: status, stdout, stderr };
  }

  it('that may open few files says so, and what to do', async () => {
    const { code, stderr } = byShell('ulimit -n 30; exec "$0" "$@"', 'files');
    expect(code).toBe(1);
    expect(stderr).toContain('ulimit -n');
    expect(stderr).not.toMatch(NO_CALLS);
    await demo.finish('files');
    expect(await snapshot(demo.path('files'))).toEqual(demo.undisturbed);
  });

  it('whose output goes to a full disk says so, and loses nothing', async () => {
    const { code, stderr } = byShell('exec "$0" "$@" > /dev/full', 'output', '--json');
    expect(code).toBe(1);
    expect(stderr).toMatch(/the output cannot be written: ENOSPC/);
    expect(stderr).not.toMatch(NO_CALLS);
    await demo.finish('output');
    expect(await snapshot(demo.path('output'))).toEqual(demo.undisturbed);
  });

  it.each(['/etc/passwd', '/proc/atoa'])('goes on without a log where there can be none: in %s', async (home) => {
    const out = home.replaceAll('/', '_');
    const { code, stderr } = await atoa(['run', demo.project, '--out', demo.path(out), '--quiet'], home);
    expect(code).toBe(0);
    expect(stderr).toMatch(new RegExp(`^atoa: there is no log in ${home}/.config/Atoa/logs: .+\n$`));
    expect(await snapshot(demo.path(out))).toEqual(demo.undisturbed);
  });

  it('ends with the reason where the folder for outputs can never be made', async () => {
    const { code, stderr } = await atoa(['run', demo.project, '--out', '/proc/atoa/a'], demo.folder);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/\/proc\/atoa\/a.*ENOENT.*\n.*elsewhere/)]);
  });

  it('goes on when a terminal is closed that it does not belong to, as `nohup` wants it', async () => {
    const command = demo.start('hangup');
    let isTold = false;
    command.onLine(() => {
      if (isTold) return;
      isTold = true;
      const host = command.process.pid!;
      for (const pid of [host, ...workersOf(host, 'pair')]) process.kill(pid, 'SIGHUP');
    });
    const { code } = await command.finished;
    expect([code, isTold]).toEqual([0, true]);
    expect(await snapshot(demo.path('hangup'))).toEqual(demo.undisturbed);
  });

  it('refuses a name that is empty, as of a variable that is not set', async () => {
    for (const args of [
      ['run', demo.project, '--out', ''],
      ['run', ''],
      ['demo', ''],
    ]) {
      const { code, stderr } = await atoa(args, demo.folder);
      expect([code, stderr]).toEqual([2, expect.stringContaining('must not be empty')]);
    }
  });
});
