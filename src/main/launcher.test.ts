import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { WorkerExit, WorkerProcess } from '@/executive';
import { UtilityLauncher } from './launcher';

vi.mock('electron', async () => {
  const double = new URL('../../test/support/electron/', import.meta.url);
  const { app } = await import(new URL('lifecycle.mjs', double).href);
  const { utilityProcess } = await import(new URL('utility.mjs', double).href);
  await app.whenReady();
  return { app, utilityProcess };
});

const PROGRAMS = {
  echo: 'process.parentPort.on("message", ({ data }) => process.parentPort.postMessage({ heard: data }));',
  dies: 'process.stderr.write("no room\\n"); setTimeout(() => { process.stderr.write("last words\\n"); process.exit(3); }, 50);',
  aborts: 'process.abort();',
  lives: 'setInterval(() => undefined, 1000);',
};

describe('a utility process', () => {
  let folder: string;
  const lines: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'atoa-utility-'));
    for (const [name, program] of Object.entries(PROGRAMS)) await writeFile(join(folder, `${name}.mjs`), program);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const launch = (name: keyof typeof PROGRAMS) => {
    const path = join(folder, `${name}.mjs`);
    const launcher = new UtilityLauncher({ pair: path, writer: path });
    return launcher.launch('pair', { name: 'pair-1', log: (line) => lines.push(line) });
  };
  const exitOf = (worker: WorkerProcess) => new Promise<WorkerExit>((told) => worker.onExit(told));

  it('hears what was said before it listened, and answers', async () => {
    const worker = launch('echo');
    const answer = new Promise((heard) => worker.onMessage(heard));
    worker.post({ data: Float64Array.of(1, 2) });
    expect(await answer).toEqual({ heard: { data: Float64Array.of(1, 2) } });
    const exit = exitOf(worker);
    worker.kill();
    await exit;
    expect(() => worker.post('nobody is there')).not.toThrow();
  });

  it('that dies is told with the reason and its last words', async () => {
    const { code, reason } = await exitOf(launch('dies'));
    expect(code).toBe(3);
    expect(reason).toBe('abnormal-exit\nno room\nlast words');
    expect(lines).toContain('last words');
  });

  it('that V8 gives up ends by itself alone', async () => {
    const { reason } = await exitOf(launch('aborts'));
    expect(reason).toMatch(/^killed\n/);
    expect(reason).toContain('FatalError in v8');
  });

  it('can be ended before it runs', async () => {
    const worker = launch('lives');
    expect(worker.pid).toBeUndefined();
    worker.kill();
    expect((await exitOf(worker)).reason).toMatch(/^killed/);
  });

  it('has its own reason, though pools give the same names', async () => {
    const launcher = new UtilityLauncher({ pair: join(folder, 'lives.mjs'), writer: join(folder, 'dies.mjs') });
    const start = (entry: 'pair' | 'writer') => launcher.launch(entry, { name: 'pair-1', log: () => undefined });
    const [lives, dies] = [start('pair'), start('writer')];
    await exitOf(dies);
    const exit = exitOf(lives);
    lives.kill();
    expect((await exit).reason).toBe('killed');
  });
});
