import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small file system of its own, in memory. */
export class SmallDisk {
  readonly path: string;

  constructor(path: string, kilobytes: number) {
    this.path = path;
    mkdirSync(path, { recursive: true });
    mount('-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', path);
  }

  /** Fills it up, but for some kilobytes. */
  fill(leaveKilobytes: number): void {
    const file = openSync(join(this.path, '.filler'), 'w');
    const { bavail, bsize } = statfsSync(this.path);
    const piece = Buffer.alloc(bsize);
    for (let rest = bavail - (leaveKilobytes * 1024) / bsize; rest > 0; rest--) writeSync(file, piece);
    closeSync(file);
  }

  makeRoom(): void {
    rmSync(join(this.path, '.filler'), { force: true });
  }

  makeReadOnly(): void {
    mount('-o', 'remount,ro', this.path);
  }

  remove(): void {
    spawnSync('umount', ['-l', this.path]);
  }
}

function mount(...args: string[]): void {
  const { status, stderr, error } = spawnSync('mount', args, { encoding: 'utf8' });
  if (status !== 0) throw error ?? new Error(stderr);
}

/** Mounting needs the rights of an administrator; without them these tests cannot be. */
export const CAN_MOUNT = (() => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), 'atoa-mount-'));
  try {
    new SmallDisk(folder, 64).remove();
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
})();
export const NEEDS_MOUNT = CAN_MOUNT ? '' : ' (skipped: needs to mount a small file system, which takes root)';
