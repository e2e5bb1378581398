import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startEarly } from './early';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atoa-early-'));
  // Each tells its number, and stays.
  for (const name of ['pair', 'writer']) {
    writeFileSync(join(folder, `${name}.cjs`), "process.on('message', () => process.send(process.pid));");
  }
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('starts a pair worker and the writer for a run, which are those that the run gets', async () => {
  const launcher = startEarly(['run', 'project', '--quiet'], join(folder, 'cli.cjs'))!;
  const before = launcher.prepared;
  expect(before.map(({ entry }) => entry)).toEqual(['pair', 'writer']);
  launcher.prepare('pair', 2);
  expect(launcher.prepared).toHaveLength(3);
  for (const { entry, pid } of before) {
    const worker = launcher.launch(entry, { name: entry, log: () => undefined });
    const told = new Promise((resolve) => worker.onMessage(resolve));
    const ended = new Promise<void>((resolve) => worker.onExit(() => resolve()));
    worker.post('who');
    expect([worker.pid, await told]).toEqual([pid, pid]);
    worker.kill(0);
    await ended;
  }
  const [left] = launcher.prepared;
  launcher.dispose();
  await expect.poll(() => isThere(left!.pid!)).toBe(false);
});

it.each([[['inspect', 'project']], [['run', '--help']], [['run', '-h']], [[]], [['help', 'run']]])(
  'starts nothing for %j',
  (args) => {
    expect(startEarly(args, join(folder, 'cli.cjs'))).toBeNull();
  },
);

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
