import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atoa, jsonLines, start } from '../support/cli';

const PNG = '89504e470d0a1a0a';

/** The command line on a demo project of 10 events and 20 stations. */
describe('the command line', () => {
  let folder: string;
  let project: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'atoa-cli-'));
    project = join(folder, 'demo');
    const { code } = await atoa(['demo', project, '--events', '10', '--stations', '20'], folder);
    expect(code).toBe(0);
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  const run = (out: string, ...args: string[]) =>
    atoa(['run', project, '--out', join(folder, out), '--json', ...args], folder);
  const table = (out: string) => readFile(join(folder, out, 'misfits.csv'), 'utf8');

  it('processes all 200 pairs, and gives the same table with one and with two workers', async () => {
    const two = await run('two', '--max-stations', '2');
    expect([two.code, two.stderr]).toEqual([0, '']);
    const lines = jsonLines(two.stdout);
    expect(lines).toHaveLength(201);
    expect(lines.at(-1)).toMatchObject({ summary: { pairs: 200, ok: 200, failed: 0 } });
    expect((await run('one', '--max-stations', '1')).code).toBe(0);
    expect(await table('one')).toBe(await table('two'));
    expect((await table('one')).trim().split('\n')).toHaveLength(201);
    expect((await readdir(join(folder, 'two/datasets'))).filter((name) => name.endsWith('.h5'))).toHaveLength(10);
  });

  it('resumes: what is done and unchanged is not done again', async () => {
    const { code, stdout } = await run('two', '--max-stations', '2');
    expect(code).toBe(0);
    expect(jsonLines(stdout).at(-1)).toMatchObject({ summary: { pairs: 200, ok: 200 } });
    const journal = await readFile(join(folder, 'two/.atoa/journal.jsonl'), 'utf8');
    expect(journal.split('\n').filter((line) => line.startsWith('{"kind":"pair"'))).toHaveLength(200);
  });

  it.each([
    [['runn'], 'Did you mean the command "atoa run"?'],
    [['runn', 'PROJECT'], 'Did you mean the command "atoa run"?'],
    [['serve', '--port', '70000'], 'It must be a whole number from 0 to 65535.'],
    [['figure', 'PROJECT', 'any', 'any', '-o', 'figure.jpg'], 'figures are written as png, svg, pdf'],
    [['serve', 'no-such-folder'], 'there is no file or folder "no-such-folder"'],
    [['run', 'PROJECT', '--set', 'min_perod=5'], '--set: unknown parameter "min_perod" (did you mean "min_period"?)'],
    [['export', 'PROJECT', '--misfit', '3:1'], 'Its first number must not be above its second.'],
    [['export', 'PROJECT', '-o', 'no-such-folder/x.csv'], 'there is no folder'],
  ])('refuses %j with what to do', async (args, said) => {
    const { code, stderr, stdout } = await atoa(
      args.map((arg) => (arg === 'PROJECT' ? project : arg)),
      folder,
    );
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(said)]);
  });

  it('ends without complaint where nobody reads on, as in `| head`', async () => {
    const command = start(['arrivals', '--depth', '10', '--distance', '30', '--json'], folder);
    command.process.stdout!.destroy();
    const { code, stderr } = await command.finished;
    expect([code, stderr]).toEqual([141, '']);
  });

  it('finishes all pairs when a worker is killed in the middle', async () => {
    const command = start(['run', project, '--out', join(folder, 'killed'), '--json', '--max-stations', '2'], folder);
    let finished = 0;
    let killed: Promise<boolean> | null = null;
    command.onLine(() => {
      if (++finished >= 50) killed ??= killOneWorker(command.process.pid!);
    });
    const { code, stdout } = await command.finished;
    expect([code, await killed]).toEqual([0, true]);
    expect(jsonLines(stdout).at(-1)).toMatchObject({ summary: { pairs: 200, ok: 200, failed: 0 } });
    expect(await table('killed')).toBe(await table('two'));
  });

  it('cancels within a second and goes on where it was', async () => {
    const command = start(
      ['run', project, '--out', join(folder, 'cancelled'), '--json', '--max-stations', '2'],
      folder,
    );
    let finished = 0;
    let signalledAt = 0;
    command.onLine(() => {
      if (++finished !== 30) return;
      signalledAt = performance.now();
      command.process.kill('SIGINT');
    });
    expect((await command.finished).code).toBe(130);
    expect(performance.now() - signalledAt).toBeLessThan(2000);
    expect((await run('cancelled', '--max-stations', '2')).code).toBe(0);
    expect(await table('cancelled')).toBe(await table('two'));
  });

  it('takes a selection with wildcards, a changed parameter, and draws figures', async () => {
    const stations = (await readdir(join(project, 'stations'))).sort();
    const code = stations[0]!.replace('.xml', '');
    const args = [
      '--stations',
      `${code}.*.BH?`,
      '--max-events',
      '1',
      '--set',
      'pyflex_parameters.cc_acceptance_level=0.999',
    ];
    const { code: exit, stdout } = await run('some', ...args, '--plot');
    expect(exit).toBe(0);
    expect(jsonLines(stdout).at(-1)).toMatchObject({ summary: { pairs: 10 } });
    const figures = await readdir(join(folder, 'some/figures'));
    expect(figures).toHaveLength(10);
    const head = (await readFile(join(folder, 'some/figures', figures[0]!))).subarray(0, 8);
    expect(head.toString('hex')).toBe(PNG);
  });

  it('exports the tables of the last run', async () => {
    const csv = await atoa(['export', project, '--out', join(folder, 'two')], folder);
    expect(csv.stdout).toBe(await table('two'));
    const file = join(folder, 'windows.json');
    const windows = await atoa(
      ['export', project, '--out', join(folder, 'two'), '--table', 'windows', '--format', 'json', '-o', file],
      folder,
    );
    expect([windows.code, windows.stdout]).toEqual([0, '']);
    const rows = JSON.parse(await readFile(file, 'utf8')) as { cc: number }[];
    expect(rows.length).toBeGreaterThan(200);
    expect(rows.every(({ cc }) => cc > 0.7)).toBe(true);
    const again = join(folder, 'again.json');
    await atoa(['export', project, '--out', join(folder, 'two'), '--table', 'windows', '-o', again], folder);
    expect(await readFile(again, 'utf8')).toBe(await readFile(file, 'utf8'));
  });

  it('inspects a project as text and as JSON', async () => {
    const { stdout } = await atoa(['inspect', project], folder);
    expect(stdout).toContain('pairs with observed and synthetic: 200 of 200\npairs ready to run: 200 of 200\n');
    const json = JSON.parse((await atoa(['inspect', project, '--json'], folder)).stdout) as {
      events: unknown[];
      pairs: unknown;
    };
    expect(json.events).toHaveLength(10);
    expect(json.pairs).toEqual({ all: 200, withBoth: 200, ready: 200 });
  });

  it('says what is wrong with a request, and exits with 2', async () => {
    const bad: [string[], RegExp][] = [
      [['run', join(folder, 'nowhere')], /nowhere/],
      [['run', project, '--stations', 'NZ.BFZ'], /NN\.SSS\.LL\.CCC/],
      [['run', project, '--events', 'nonsense'], /nonsense/],
      [['run', project, '--set', 'min_perid=3'], /did you mean "min_period"/],
      [['run', project, '--set', 'min_period=-3'], /above 0/],
      [['run', project, '--max-stations', 'x'], /whole number/],
      [['demo', project], /not empty/],
      [['frobnicate', project, 'x'], /./],
    ];
    for (const [args, message] of bad) {
      const { code, stderr } = await atoa(args, folder);
      expect([args.join(' '), code]).toEqual([args.join(' '), 2]);
      expect(stderr).toMatch(message);
    }
    const config = join(folder, 'bad.yaml');
    await writeFile(config, 'min_period: 8\nwin_amp_ratio: 7\n');
    const { code, stderr } = await atoa(['run', project, '--config', config], folder);
    expect(code).toBe(2);
    expect(stderr).toContain('bad.yaml:2: "win_amp_ratio" is 7: must be at most 1');
  });

  it('reports a pair without data as failed, with a reason, and exits with 1', async () => {
    const small = join(folder, 'small');
    expect((await atoa(['demo', small, '--events', '1', '--stations', '2'], folder)).code).toBe(0);
    const [event] = await readdir(join(small, 'observed'));
    const files = await readdir(join(small, 'observed', event!));
    const station = files[0]!.split('.').slice(0, 2).join('.');
    for (const name of files.filter((file) => file.startsWith(`${station}.`)))
      await rm(join(small, 'observed', event!, name));
    const { code, stdout } = await atoa(['run', small, '--json'], folder);
    expect(code).toBe(1);
    const failed = jsonLines(stdout).find(({ status }) => status === 'failed');
    expect(failed).toMatchObject({ station, misfit: null, error: { stage: 'gather', code: 'no-observed' } });
  });
});

/** SIGKILL to one child of a process that runs the pair worker.
 *  @returns whether there was one */
async function killOneWorker(parent: number): Promise<boolean> {
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const isChild = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] === String(parent);
    const command = isChild ? await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '') : '';
    if (!command.includes('/pair.cjs')) continue;
    return process.kill(Number(name), 'SIGKILL');
  }
  return false;
}
