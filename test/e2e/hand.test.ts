import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvaluationSummary, HandDecision, Outputs, PairDetail, ProjectOverview, RecordSection } from '@/api';
import { readDataset } from '@/dataset';
import { atoa, start, type RunningCommand } from '../support/cli';

/** Decisions by hand: made over the browser mode's api, then respected by runs of the command line. */
describe('windows by hand', () => {
  let folder: string;
  let project: string;
  let server: RunningCommand;
  let address: URL;
  let overview: ProjectOverview;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'atoa-hand-'));
    project = join(folder, 'demo');
    expect((await atoa(['demo', project, '--events', '2', '--stations', '3'], folder)).code).toBe(0);
    await run(project);
    await serve();
    overview = await call<ProjectOverview>('openProject', { path: project });
  });

  afterAll(async () => {
    server.process.kill('SIGTERM');
    await server.finished;
    await rm(folder, { recursive: true, force: true });
  });

  async function serve(): Promise<void> {
    server = start(['serve', '--no-open'], folder);
    address = await new Promise((found) => {
      server.onLine((line) => {
        const url = /http:\/\/\S+/.exec(line)?.[0];
        if (url) found(new URL(url));
      });
    });
  }

  async function reply(method: string, input: object): Promise<{ ok: boolean; value: unknown; error: unknown }> {
    const headers = { 'content-type': 'application/json', 'x-atoa-token': address.searchParams.get('token') ?? '' };
    const response = await fetch(`${address.origin}/api/${method}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(input),
    });
    return (await response.json()) as { ok: boolean; value: unknown; error: unknown };
  }

  async function call<T>(method: string, input: object = {}): Promise<T> {
    const answer = await reply(method, input);
    if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer.error)}`);
    return answer.value as T;
  }

  async function run(path: string, ...args: string[]): Promise<void> {
    const { code, stderr } = await atoa(['run', path, '--quiet', ...args], folder);
    expect([code, stderr]).toEqual([0, '']);
  }

  async function journalled(): Promise<number> {
    const journal = await readFile(join(project, '.atoa/journal.jsonl'), 'utf8');
    return journal.split('\n').filter((line) => line.startsWith('{"kind":"pair"')).length;
  }

  /** Until the dataset of the last decision is written. */
  async function settled(): Promise<void> {
    while (existsSync(join(project, '.atoa/lock'))) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  const table = (path = project) => readFile(join(path, 'misfits.csv'), 'utf8');
  const pairs = () =>
    overview.events.flatMap(({ id }) => overview.stations.map(({ code }) => ({ event: id, station: code })));
  const decide = (pair: object, verdict: string, note: string, windows = {}) =>
    call<Outputs['decideByHand']>('decideByHand', { ...pair, verdict, note, windows });

  it('are tried, decided, kept and respected', async () => {
    const [edited, rejected, accepted] = pairs();
    const before = await table();
    const seen = await call<PairDetail>('pairDetail', { ...edited, width: 400 });
    expect(seen).toMatchObject({ source: 'run' });
    const each = seen.components.find(({ windows }) => windows.length > 0)!;
    const seconds = (sample: number) => seen.timeOffset + sample * each.delta;
    const window = { left: seconds(each.windows[0]!.left + 20), right: seconds(each.windows[0]!.right - 20) };
    const windows = { [each.component]: [window] };

    const tried = await call<PairDetail>('measureByHand', { ...edited, width: 400, windows });
    expect(tried.source).toBe('computed');
    const own = tried.components.find(({ component }) => component === each.component)!;
    expect(own).toMatchObject({ byHand: true, windows: [{ left: each.windows[0]!.left + 20 }] });
    expect(await table()).toBe(before);

    const decided = await decide(edited!, 'edited', 'cycle skip', windows);
    expect(decided).toMatchObject({ pending: false, outcome: { hand: { verdict: 'edited', note: 'cycle skip' } } });
    expect(decided.outcome!.components[each.component]!.misfit).toBe(own.misfit);
    const refused = await decide(rejected!, 'rejected', 'noisy');
    expect(refused.outcome).toMatchObject({ status: 'ok', misfit: null, nwin: 0 });
    expect(refused.outcome!.warnings.join()).toMatch(/rejected by hand by .+: noisy/);
    await decide(accepted!, 'accepted', '');
    expect((await call<HandDecision[]>('handDecisions')).map(({ verdict }) => verdict)).toEqual([
      ...['edited', 'rejected', 'accepted'],
    ]);
    expect(await call<HandDecision[]>('pairDecisions', edited)).toMatchObject([{ verdict: 'edited', windows }]);
    const wrong = { Z: [{ left: -1e6, right: 0 }] };
    expect(await reply('decideByHand', { ...accepted, verdict: 'edited', note: '', windows: wrong })).toMatchObject({
      ok: false,
      error: { code: 'bad-hand-window' },
    });
    const view = await call<PairDetail>('pairDetail', { ...edited, width: 400 });
    expect(view).toMatchObject({ source: 'run', hand: { verdict: 'edited' } });
    expect(await table()).toContain(',hand\n');
  });

  it('stand in the dataset', async () => {
    const [edited, rejected] = pairs();
    const [evaluation] = await call<EvaluationSummary[]>('pairEvaluations', edited!);
    await readDataset(join(project, 'datasets', `${edited!.event}.h5`), (dataset) => {
      expect(dataset.decision(evaluation!.evaluation, edited!.station)).toMatchObject({
        ...edited,
        note: 'cycle skip',
      });
      expect(dataset.windows(evaluation!.evaluation, rejected!.station)).toEqual([]);
      expect(dataset.decision(evaluation!.evaluation, rejected!.station)).toMatchObject({ verdict: 'rejected' });
    });
    const detail = await call<PairDetail>('evaluationDetail', {
      ...edited,
      evaluation: evaluation!.evaluation,
      width: 400,
    });
    const view = await call<PairDetail>('pairDetail', { ...edited, width: 400 });
    expect(detail).toMatchObject({ timeOffset: view.timeOffset, hand: view.hand! });
    expect(detail.components.map((each) => [each.observed, each.adjoint, each.windows.map((w) => w.cc)])).toEqual(
      view.components.map((each) => [each.observed, each.adjoint, each.windows.map((w) => w.cc)]),
    );
    const section = await call<RecordSection>('recordSection', { event: edited!.event, component: 'Z', width: 100 });
    expect(section.traces.map(({ station }) => station).sort()).toEqual(
      overview.stations.map(({ code }) => code).sort(),
    );
    const distances = section.traces.map(({ distanceKm }) => distanceKm!);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    expect(section.traces.find(({ station }) => station === rejected!.station)!.windows).toEqual([]);
  });

  it('give the same table elsewhere, and are told by the command line', async () => {
    await settled();
    const elsewhere = join(folder, 'elsewhere');
    await run(project, '--out', elsewhere);
    expect(await table(elsewhere)).toBe(await table());
    const fresh = join(folder, 'fresh');
    await cp(project, fresh, { recursive: true, preserveTimestamps: true });
    await run(fresh, '--fresh');
    expect(await table(fresh)).toBe(await table());
    const { stdout } = await atoa(['export', project, '--table', 'windows'], folder);
    expect(stdout.split('\n')[0]).toMatch(/,hand,set_by_hand$/);
    expect(stdout).toMatch(/,edited,1\n/);
    const inspected = await atoa(['inspect', project, '--json'], folder);
    expect(JSON.parse(inspected.stdout)).toMatchObject({ handDecisions: [{ verdict: 'edited' }, {}, {}] });
  });

  it('go with a re-run file, and give the same windows elsewhere', async () => {
    const [edited, rejected] = pairs();
    const file = join(folder, 'rerun.yaml');
    expect((await atoa(['export', project, '--rerun', '-o', file], folder)).code).toBe(0);
    const copy = join(folder, 'copy');
    for (const name of ['events', 'stations', 'observed', 'synthetics', 'atoa.yaml']) {
      await cp(join(project, name), join(copy, name), { recursive: true });
    }
    const again = await atoa(['run', copy, '--from', file, '--quiet'], folder);
    expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining('3 decisions by hand of then hold again') });
    expect(again.stderr).toMatch(/the misfit table is that of then, byte for byte/);
    expect(await table(copy)).toBe(await table());
    const windows = async (path: string) => (await atoa(['export', path, '--table', 'windows'], folder)).stdout;
    expect(await windows(copy)).toBe(await windows(project));
    const inspected = await atoa(['inspect', copy, '--json'], folder);
    expect(JSON.parse(inspected.stdout)).toMatchObject({
      handDecisions: [{ ...edited, note: 'cycle skip' }, { ...rejected, verdict: 'rejected' }, {}],
    });
  });

  it('are done again when they change, and only they', async () => {
    const [edited] = pairs();
    const before = await journalled();
    await settled();
    await run(project);
    expect(await journalled()).toBe(before);
    await decide(edited!, 'withdrawn', 'was right');
    await settled();
    await run(project);
    expect(await journalled()).toBe(before + 1);
    expect((await call<HandDecision[]>('pairDecisions', edited)).map(({ verdict, note }) => [verdict, note])).toEqual([
      ['withdrawn', 'was right'],
      ['edited', 'cycle skip'],
    ]);
    const samples = (await call<string>('componentSamples', { ...edited, component: 'Z' })).trim().split('\n');
    const fine = (await call<PairDetail>('pairDetail', { ...edited, width: 8000 })).components.find(
      ({ component }) => component === 'Z',
    )!;
    expect(samples).toHaveLength(fine.length + 1);
    expect(Number(samples[101]!.split(',')[1])).toBe(fine.observed.min[100]);
    const view = await call<PairDetail>('pairDetail', { ...edited, width: 400 });
    expect([view.hand, view.source]).toEqual([undefined, 'run']);
  });
});
