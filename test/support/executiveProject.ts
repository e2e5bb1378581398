import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PairOutcome } from '@/core/model';
import { Executive, NodeLauncher, RunError, type ExecutiveOptions, type RunState } from '@/executive';
import { temporaryFolder } from './temporaryFolder';

const workers = join(import.meta.dirname, 'workers');
/** Starts workers that do as the files of a `TestProject` say. */
export const launcher = new NodeLauncher({
  entries: { pair: join(workers, 'pairs.mjs'), writer: join(workers, 'datasets.mjs') },
});
export const EVENTS = ['a', 'b', 'c'];
export const STATIONS = ['NZ.AAA', 'NZ.BBB', 'NZ.CCC', 'NZ.DDD'];

const nothing = () => undefined;
const started: { executive: Executive; end: Promise<unknown> }[] = [];

/** Ends what tests have started and not awaited. */
export async function endRuns(): Promise<void> {
  for (const { executive } of started) executive.cancel();
  await Promise.all(started.splice(0).map(({ end }) => end));
}

/** A project whose observed files say what their pair is to do: its misfit, if nothing else. */
export class TestProject {
  readonly path = temporaryFolder('executive');

  constructor() {
    for (const event of EVENTS) STATIONS.forEach((station, i) => this.say(event, station, String(i + 0.5)));
  }

  say(event: string, station: string, what: string): void {
    for (const folder of ['observed', 'synthetics']) {
      mkdirSync(join(this.path, folder, event), { recursive: true });
      const file = join(this.path, folder, event, `${station}.BXZ.semd`);
      if (folder === 'observed' || !existsSync(file)) writeFileSync(file, `${what}\n`);
    }
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.path, name), text);
  }
  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }
  has(name: string): boolean {
    return existsSync(join(this.path, name));
  }
  /** The pairs that workers have begun since this was last asked. */
  begun(): string[] {
    const text = this.has('begun.txt') ? this.read('begun.txt') : '';
    rmSync(join(this.path, 'begun.txt'), { force: true });
    return text.split('\n').filter(Boolean).sort();
  }

  async run(options: Partial<ExecutiveOptions> & { overrides?: string[] } = {}) {
    const executive = await Executive.open({ cwd: this.path, launcher, maxStations: 2, ...options });
    const seen = { outcomes: [] as PairOutcome[], skipped: 0, states: [] as RunState[], reprocessed: [] as string[] };
    executive.on('outcome', (outcome, skipped) => {
      seen.outcomes.push(outcome);
      if (skipped) seen.skipped++;
    });
    executive.on('state', (state) => seen.states.push(state));
    executive.on('reprocess', ({ event, station }, reason) => seen.reprocessed.push(`${event}/${station} ${reason}`));
    const outcomes = executive.process();
    started.push({ executive, end: outcomes.then(nothing, nothing) });
    return { executive, seen, outcomes };
  }
  async finish(options: Parameters<TestProject['run']>[0] = {}) {
    const { executive, seen, outcomes } = await this.run(options);
    return { executive, seen, outcomes: await outcomes };
  }
}

/** What a promise is rejected with; null where it is not. */
export const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (error instanceof RunError ? error.failure : error),
  );
