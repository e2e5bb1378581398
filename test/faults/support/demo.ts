import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atoa, start, type Finished, type RunningCommand } from '../../support/cli';
import { snapshot, type Snapshot } from './snapshot';

export const EVENTS = 4;
export const STATIONS = 6;
const MANY_CORES = new URL('../../support/manyCores.mjs', import.meta.url).href;

/** A small demo project with the results of undisturbed runs, to compare with. */
export class FaultDemo {
  readonly folder: string;
  readonly project: string;
  /** A finished run, and its duration in ms. */
  undisturbed!: Snapshot;
  duration = 0;

  private constructor(folder: string) {
    this.folder = folder;
    this.project = join(folder, 'demo');
  }

  static async make(events = EVENTS, stations = STATIONS): Promise<FaultDemo> {
    const demo = new FaultDemo(await mkdtemp(join(tmpdir(), 'atoa-faults-')));
    const size = ['--events', String(events), '--stations', String(stations)];
    const { code, stderr } = await atoa(['demo', demo.project, ...size], demo.folder);
    if (code !== 0) throw new Error(stderr);
    const began = performance.now();
    await demo.finish('undisturbed');
    demo.duration = performance.now() - began;
    demo.undisturbed = await snapshot(demo.path('undisturbed'));
    return demo;
  }

  path(out: string): string {
    return join(this.folder, out);
  }

  /** With two workers from the first pair on. */
  start(out: string, ...args: string[]): RunningCommand {
    const outputs = ['--out', this.path(out), '--json', '--max-stations', '2'];
    return start(['run', this.project, ...outputs, ...args], this.folder, {
      NODE_OPTIONS: `--import ${MANY_CORES}`,
    });
  }

  run(out: string, ...args: string[]): Promise<Finished> {
    return this.start(out, ...args).finished;
  }

  /** A run that is to go well. */
  async finish(out: string, ...args: string[]): Promise<Finished> {
    const finished = await this.run(out, ...args);
    if (finished.code !== 0) throw new Error(`exit code ${finished.code}: ${finished.stderr}${finished.stdout}`);
    return finished;
  }

  async copy(from: string, to: string): Promise<void> {
    await cp(this.path(from), this.path(to), { recursive: true, preserveTimestamps: true });
  }

  async forget(out: string): Promise<void> {
    await rm(this.path(out), { recursive: true, force: true });
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
