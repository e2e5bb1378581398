import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { afterEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporaryFolder';
import { datasetTimedOut, RunError } from './failures';
import { Growth } from './growth';
import { silentLogger } from './logger';
import { NodeLauncher } from './nodeLauncher';
import { Pool, type PoolOptions } from './pool';

type Request = { do: string; [key: string]: unknown };
type Reply = { pid: number; value?: unknown };

const script = resolve(import.meta.dirname, '../../../test/support/workers/scripted.mjs');
const launcher = new NodeLauncher({ entries: { pair: script, writer: script } });
const folder = () => temporaryFolder('pool');

let pool: Pool<Request, Reply>;
function start(options: Partial<PoolOptions> = {}): Pool<Request, Reply> {
  pool = new Pool({ launcher, entry: 'pair', size: 2, context: {}, logger: silentLogger, ...options });
  return pool;
}
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (error instanceof RunError ? error.failure : error),
  );
const gone = (pid: number) => {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
};

afterEach(() => pool.stop(0));

describe('a pool', () => {
  it('answers every request, by as many processes as it may have', async () => {
    start();
    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, value) => pool.submit({ do: 'sleep', ms: 5, value })),
    );
    expect(replies.map(({ value }) => value)).toEqual(Array.from({ length: 40 }, (_, i) => i));
    expect(new Set(replies.map(({ pid }) => pid)).size).toBe(2);
  });

  it('takes requests in the order in which they came', async () => {
    const journal = join(folder(), 'order');
    start({ size: 1, context: { journal } });
    await Promise.all(Array.from({ length: 10 }, (_, value) => pool.submit({ do: 'echo', value })));
    const order = readFileSync(journal, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[1]);
    expect(order).toEqual(Array.from({ length: 10 }, (_, i) => String(i)));
  });

  it('hands the next request over while the first is worked on', async () => {
    const journal = join(folder(), 'order');
    start({ size: 1, context: { journal } });
    await pool.submit({ do: 'echo' });
    const first = pool.submit({ do: 'sleep', ms: 100, value: 1 });
    const second = pool.submit({ do: 'echo', value: 2 });
    const third = pool.submit({ do: 'echo', value: 3 });
    expect(pool.running).toMatchObject([{ value: 1 }]);
    await Promise.all([first, second, third]);
  });

  it('writes what workers print into the log', async () => {
    const lines: string[] = [];
    start({ logger: { ...silentLogger, warn: (line) => lines.push(line) } });
    await pool.submit({ do: 'print', line: 'hello from below' });
    await expect.poll(() => lines.some((line) => line.endsWith('hello from below')), { timeout: 20_000 }).toBe(true);
  });

  it('starts no more of them than pay, and one for each job that has ended another', async () => {
    start({ growth: new Growth(1, () => 10) });
    const jobs = Array.from({ length: 10 }, (_, value) => pool.submit({ do: 'echo', value }));
    expect(new Set((await Promise.all(jobs)).map(({ pid }) => pid)).size).toBe(1);
    const mark = join(folder(), 'mark');
    expect((await pool.submit({ do: 'kill', mark })).value).toBe('survived');
    expect(pool.pids).toHaveLength(1);
  });

  it('starts more of them where jobs take long', async () => {
    start({ growth: new Growth(1, () => 4) });
    const jobs = Array.from({ length: 4 }, (_, value) => pool.submit({ do: 'sleep', ms: 1000, value }));
    expect(new Set((await Promise.all(jobs)).map(({ pid }) => pid)).size).toBe(2);
  });

  it('believes nothing that it did not ask for', async () => {
    start({ size: 1, context: { noise: true } });
    expect(await pool.submit({ do: 'echo', value: 'mine' })).toMatchObject({ value: 'mine' });
  });
});

describe('a worker that dies', () => {
  it('costs one retry of its pair, on a fresh worker', async () => {
    start();
    const mark = join(folder(), 'mark');
    const others = Array.from({ length: 10 }, (_, value) => pool.submit({ do: 'sleep', ms: 10, value }));
    const before = (await others[0]!).pid;
    expect((await pool.submit({ do: 'kill', mark })).value).toBe('survived');
    expect((await Promise.all(others)).length).toBe(10);
    expect(before).toBeGreaterThan(0);
  });

  it('fails a pair that ends two workers, with the signal, and goes on', async () => {
    start();
    const bad = failureOf(pool.submit({ do: 'kill' }));
    const good = Array.from({ length: 20 }, (_, value) => pool.submit({ do: 'echo', value }));
    expect(await bad).toMatchObject({ stage: 'worker', code: 'worker-died' });
    expect(((await bad) as { message: string }).message).toContain('SIGKILL');
    expect(await Promise.all(good)).toHaveLength(20);
  });

  it('tells the exit code', async () => {
    start();
    expect(await failureOf(pool.submit({ do: 'exit', code: 5 }))).toMatchObject({
      message: expect.stringContaining('exit code 5') as string,
    });
  });

  it('takes nothing with it that only waited there', async () => {
    start({ size: 1 });
    const mark = join(folder(), 'mark');
    const [killed, waited] = await Promise.all([
      pool.submit({ do: 'kill', mark }),
      pool.submit({ do: 'echo', value: 'waited' }),
    ]);
    expect(killed.value).toBe('survived');
    expect(waited.value).toBe('waited');
  });

  it('is believed what it sent before', async () => {
    start({ size: 1 });
    expect((await pool.submit({ do: 'answerAndDie', value: 1 })).value).toBe(1);
    expect((await pool.submit({ do: 'echo', value: 2 })).value).toBe(2);
  });

  it('of an unhandled rejection says so', async () => {
    start({ size: 1 });
    expect(await failureOf(pool.submit({ do: 'reject' }))).toMatchObject({
      code: 'worker-died',
      cause: expect.stringContaining('nobody catches me') as string,
    });
  });

  it('at once, again and again, ends the run with the reason', async () => {
    start({ context: { exitAtOnce: true } });
    const failures = await Promise.all([1, 2, 3].map((value) => failureOf(pool.submit({ do: 'echo', value }))));
    for (const failure of failures) {
      expect(failure).toMatchObject({
        code: 'exit-loop',
        message: expect.stringContaining('exit code 7') as string,
        cause: 'cannot find my own head',
      });
    }
    expect(await failureOf(pool.submit({ do: 'echo' }))).toMatchObject({ code: 'exit-loop' });
  });

  it('that is not there ends the run with the reason', async () => {
    start({ launcher: new NodeLauncher({ entries: { pair: '/nowhere/pair.js', writer: '/nowhere/writer.js' } }) });
    expect(await failureOf(pool.submit({ do: 'echo' }))).toMatchObject({ code: 'exit-loop' });
  });
});

it('a launcher that throws ends the run with the reason', async () => {
  const broken = {
    launch: () => {
      throw new Error('not before the app is ready');
    },
  };
  start({ launcher: broken });
  expect(await failureOf(pool.submit({ do: 'echo' }))).toMatchObject({
    code: 'exit-loop',
    cause: 'not before the app is ready',
  });
});

describe('a worker that does not answer', () => {
  it("has its handler's exception told, and lives on", async () => {
    start({ size: 1 });
    expect(await failureOf(pool.submit({ do: 'throw' }))).toMatchObject({ code: 'unexpected', message: 'a bad day' });
    expect((await pool.submit({ do: 'echo', value: 1 })).value).toBe(1);
  });

  it('is ended at the time limit', async () => {
    start({ size: 1, timeoutSeconds: 0.3 });
    const [hung, next] = await Promise.all([
      failureOf(pool.submit({ do: 'spin' })),
      pool.submit({ do: 'echo', value: 'next' }),
    ]);
    expect(hung).toMatchObject({ code: 'timed-out' });
    expect(next.value).toBe('next');
  });

  it('is ended at a limit of its own, with words of its own', async () => {
    const limitOf = (request: unknown) => ((request as Request).do === 'spin' ? 0.3 : 60);
    const lateness = (request: unknown, limit: number) =>
      datasetTimedOut(`what ${(request as Request).do} writes`, limit * 10);
    start({ size: 1, timeoutSeconds: limitOf, lateness });
    const [slow, hung] = await Promise.all([
      pool.submit({ do: 'sleep', ms: 600, value: 'slow' }),
      failureOf(pool.submit({ do: 'spin' })),
    ]);
    expect(slow.value).toBe('slow');
    expect(hung).toMatchObject({ code: 'timed-out', message: 'what spin writes: not written within 3 s' });
  });

  it.skipIf(process.platform !== 'linux')('is ended at the memory limit', async () => {
    start({ size: 1, memoryMb: 300 });
    expect(await failureOf(pool.submit({ do: 'eat', mb: 1000 }))).toMatchObject({ code: 'out-of-memory' });
    expect((await pool.submit({ do: 'echo', value: 1 })).value).toBe(1);
  });
});

it('a worker is not blamed for time in which host and workers were stopped', async () => {
  start({ size: 1, timeoutSeconds: 2 });
  await pool.submit({ do: 'echo' });
  const job = pool.submit({ do: 'sleep', ms: 3300, value: 'slept' });
  await new Promise((resolve) => setTimeout(resolve, 300));
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2500);
  expect((await job).value).toBe('slept');
});

describe('stopping', () => {
  it('refuses what is under way and leaves no process, within a second', async () => {
    start();
    const jobs = Array.from({ length: 6 }, () => failureOf(pool.submit({ do: 'spin' })));
    await expect.poll(() => pool.running.length, { timeout: 20_000 }).toBe(2);
    const { pids } = pool;
    const began = performance.now();
    await pool.stop();
    expect(performance.now() - began).toBeLessThan(1000);
    for (const failure of await Promise.all(jobs)) expect(failure).toMatchObject({ code: 'cancelled' });
    expect(pids.map(gone)).toEqual([true, true]);
  });

  it('refuses new requests', async () => {
    start();
    await pool.stop();
    expect(await failureOf(pool.submit({ do: 'echo' }))).toMatchObject({ code: 'cancelled' });
  });
});
