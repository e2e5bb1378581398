import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporaryFolder';
import { takeLock, takeLockPatiently, type LockHolder } from './lock';
import { startByPs, SYSTEM, type ProcessTeller } from './processStart';

const file = () => join(temporaryFolder('lock'), '.atoa', 'lock');
const children: ReturnType<typeof spawn>[] = [];

/** A process that only waits. */
function bystander(): number {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
  children.push(child);
  return child.pid!;
}
function heldBy(holder: Partial<LockHolder>): string {
  const path = file();
  takeLock(path).release();
  writeFileSync(path, JSON.stringify({ host: hostname(), pid: 1, start: null, token: 'theirs', ...holder }));
  return path;
}
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => child.once('exit', resolve));
  return child.pid!;
}

afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')));

describe('the project lock', () => {
  it('is taken, refused to the next, and free again after its release', () => {
    const path = file();
    const lock = takeLock(path);
    expect(() => takeLock(path)).toThrow(`process ${process.pid} on ${hostname()}`);
    lock.release();
    takeLock(path).release();
    expect(readdirSync(dirname(path))).toEqual([]);
  });

  it('of another process that lives is respected', () => {
    const pid = bystander();
    const path = heldBy({ pid, start: SYSTEM.start(pid) });
    expect(() => takeLock(path)).toThrow(`by process ${pid}`);
  });

  it('of a process that is gone is taken over', async () => {
    const path = heldBy({ pid: await deadPid() });
    takeLock(path).release();
    expect(readdirSync(dirname(path))).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('of a process whose id another one has now is taken over', () => {
    const pid = bystander();
    const path = heldBy({ pid, start: 'another boot/12345' });
    takeLock(path).release();
  });

  it('is respected where its process may run in another container that has the name of this one', async () => {
    const path = heldBy({ pid: await deadPid(), space: 'pid:[1]', pulse: 60 });
    expect(() => takeLock(path)).toThrow('is going on already');
    const hourAgo = (Date.now() - 3_600_000) / 1000;
    utimesSync(path, hourAgo, hourAgo);
    expect(() => takeLock(path)).toThrow('no sign of life');
    takeLock(heldBy({ pid: await deadPid(), space: SYSTEM.space })).release();
  });

  describe('where the system does not tell the start of a process quickly', () => {
    const hour = 3_600_000;
    /** A system like Windows: of a process that runs it says after a while when it was started. */
    const slow = (startedAt: number | null): ProcessTeller => ({
      space: null,
      start: () => null,
      startedAt: () => startedAt,
    });
    const now = Date.now();
    const heldFor = (ms: number, silentMs: number, holder: Partial<LockHolder> = {}) => {
      const path = heldBy({ pid: bystander(), pulse: 60, taken: now - ms, ...holder });
      utimesSync(path, (now - silentMs) / 1000, (now - silentMs) / 1000);
      return path;
    };

    it('is taken over from a process that is younger than the lock, which has given no sign of life for long', () => {
      takeLock(heldFor(2 * hour, hour), 60_000, slow(now - hour)).release();
    });

    it('is respected where either may be the doing of the clock or of a computer that has slept', () => {
      // Silent, and as old as the lock or not known to be younger.
      for (const system of [slow(now - 3 * hour), slow(now - 2 * hour + 5000), slow(null)]) {
        expect(() => takeLock(heldFor(2 * hour, hour), 60_000, system)).toThrow('no sign of life for 60 minutes');
      }
      // Younger by the clock, and not silent.
      expect(() => takeLock(heldFor(2 * hour, 30_000), 60_000, slow(now))).toThrow('is going on already');
      // Of a version that did not tell when it was taken.
      const path = heldBy({ pid: bystander(), pulse: 60 });
      utimesSync(path, (now - hour) / 1000, (now - hour) / 1000);
      expect(() => takeLock(path, 60_000, slow(now))).toThrow('no sign of life');
    });

    it('is taken over at once from a process that is gone', async () => {
      takeLock(heldFor(hour, 0, { pid: await deadPid() }), 60_000, slow(null)).release();
    });
  });

  it.skipIf(process.platform === 'win32')('tells one start of a process in every language and time zone', () => {
    const pid = bystander();
    const kept = { TZ: process.env.TZ, LC_ALL: process.env.LC_ALL };
    const starts = ['UTC', 'Pacific/Auckland', 'America/Anchorage'].map((zone) => {
      Object.assign(process.env, { TZ: zone, LC_ALL: 'de_DE.UTF-8' });
      return startByPs(pid);
    });
    for (const [name, value] of Object.entries(kept)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    expect(starts[0]).toMatch(/\d\d:\d\d:\d\d/);
    expect(new Set(starts).size).toBe(1);
  });

  it('of another host is respected, and the message says how to remove it', () => {
    const path = heldBy({ host: 'elsewhere', pid: 4_000_000 });
    expect(() => takeLock(path)).toThrow(`delete ${path}`);
  });

  it('of another host is called probably gone when it has given no sign of life for long, and stays', () => {
    const path = heldBy({ host: 'elsewhere', pid: 4_000_000, pulse: 60 });
    expect(() => takeLock(path)).toThrow('is going on already, by process 4000000 on elsewhere');
    const then = Date.now() / 1000 - 25.5 * 60;
    utimesSync(path, then, then);
    expect(() => takeLock(path)).toThrow('no sign of life for 25 minutes');
    expect(() => takeLock(path)).toThrow(`delete ${path}`);
    expect(readdirSync(dirname(path))).toEqual(['lock']);
    // One that never gives any says nothing by its silence.
    const older = heldBy({ host: 'elsewhere', pid: 4_000_000 });
    utimesSync(older, then, then);
    expect(() => takeLock(older)).toThrow('is going on already');
  });

  it('shows that its holder lives as long as it is held', async () => {
    const path = file();
    const lock = takeLock(path, 20);
    const content = readFileSync(path, 'utf8');
    utimesSync(path, 1, 1);
    await expect.poll(() => statSync(path).mtimeMs).toBeGreaterThan(Date.now() - 60_000);
    expect(readFileSync(path, 'utf8')).toBe(content);
    lock.release();
    expect(existsSync(path)).toBe(false);
  });

  it('shows no life of one who has lost it', async () => {
    const path = file();
    const lock = takeLock(path, 10);
    renameSync(path, `${path}.gone`);
    writeFileSync(path, '{"host":"elsewhere","pid":1,"start":null,"token":"theirs"}');
    for (const each of [path, `${path}.gone`]) utimesSync(each, 1, 1);
    await sleep(100);
    expect([statSync(path).mtimeMs, statSync(`${path}.gone`).mtimeMs]).toEqual([1000, 1000]);
    lock.release();
    expect(readFileSync(path, 'utf8')).toContain('theirs');
  });

  it('that was cut short by a crash is taken over, unless it is just being written', () => {
    const path = heldBy({});
    writeFileSync(path, '{"ho');
    expect(() => takeLock(path)).toThrow('another process');
    utimesSync(path, 1, 1);
    takeLock(path).release();
  });

  it('sweeps away what a process has left that was killed while it took the lock, and no other', async () => {
    const path = file();
    takeLock(path).release();
    const left = `${path}.${await deadPid()}.${randomUUID()}`;
    const going = `${path}.${process.pid}.${randomUUID()}`;
    for (const draft of [left, going]) writeFileSync(draft, '');
    const lock = takeLock(path);
    expect([existsSync(left), existsSync(going)]).toEqual([false, true]);
    lock.release();
  });

  it('can be waited for', async () => {
    const path = file();
    const first = takeLock(path);
    await expect(takeLockPatiently(path, 100)).rejects.toThrow('going on already');
    const second = takeLockPatiently(path, 5000);
    first.release();
    (await second).release();
  });

  it('is not removed by one who has lost it', () => {
    const path = file();
    const lock = takeLock(path);
    writeFileSync(path, JSON.stringify({ host: 'elsewhere', pid: 1, start: null, token: 'theirs' }));
    lock.release();
    expect(existsSync(path)).toBe(true);
  });
});
