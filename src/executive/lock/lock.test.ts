import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { takeLock, takeLockPatiently, type LockHolder } from './lock';
import { processStart } from './processStart';

const file = () => join(mkdtempSync(join(tmpdir(), 'atoa-lock-')), '.atoa', 'lock');
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
    const path = heldBy({ pid, start: processStart(pid) });
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
