import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { expect } from 'vitest';
import { AsdfReader, NodeLauncher, ResultReader, RunError, type Logger } from '@/executive';
import { openProject, type AsdfContent, type AsdfReading, type Project } from '@/project';
import { SAMPLES } from '../../support/fuzz/corpus';
import { mutate } from '../../support/fuzz/mutate';
import { generator } from '../../support/random';

const BUILT = resolve('out/node');
const MEASURED = resolve(import.meta.dirname, 'measuredPair.mjs');
/** Seconds after which a process is ended: what a machine that is busy otherwise may need to start one. */
const PATIENCE = 30;
/** ms of processor time: of an answer, the library's loading (0.2 s) included. */
const SLOWEST_MS = 1000;
/** MB of a process, whatever it has read; one that has read whole files only has 130. */
const MOST_MB = 300;
const nothing = () => undefined;
const SILENT: Logger = { debug: nothing, info: nothing, warn: nothing, error: nothing };
/** Whole files are read in between, whose content must be what it was. */
const WHOLE_EVERY = 20;

export interface AsdfTally {
  inputs: number;
  read: number;
  refused: number;
  /** Refused naming a byte. */
  placed: number;
  /** Refused because the process that read it was ended. */
  ended: number;
  /** Of those that were read, results that were read as well, and that were refused. */
  results: number;
  resultsRefused: number;
  processes: number;
  slowestMs: number;
  mostMb: number;
}

/** Reads damaged copies one after the other, by processes as a project has them: for its discovery, and, where that went well,
 *  for the results in it. */
export class DamagedAsdf {
  readonly tally: AsdfTally = {
    ...{ inputs: 0, read: 0, refused: 0, placed: 0, ended: 0, results: 0, resultsRefused: 0 },
    ...{ processes: 0, slowestMs: 0, mostMb: 0 },
  };
  readonly #file: string;
  readonly #measures: string;
  readonly #whole: Uint8Array[];
  readonly #random: () => number;
  readonly #launcher: NodeLauncher;

  /** @param home folder of its own */
  constructor(home: string, whole: Uint8Array[], seed: number) {
    this.#file = join(home, 'a.h5');
    this.#measures = join(home, 'measures');
    this.#whole = whole;
    this.#random = generator(seed);
    process.env.ATOA_PAIR_WORKER = join(BUILT, 'pair.cjs');
    this.#launcher = new NodeLauncher({ entries: { pair: MEASURED, writer: join(BUILT, 'writer.cjs') } });
  }

  async read(inputs: number): Promise<AsdfTally> {
    const host = { launcher: this.#own(), timeoutSeconds: PATIENCE };
    await writeFile(join(dirname(this.#file), 'atoa.yaml'), 'iteration: 1\nstep_count: 0\npaths: { datasets: . }\n');
    const project = await openProject(dirname(this.#file));
    const results = new ResultReader({ launcher: host.launcher, logger: SILENT });
    try {
      await AsdfReader.during(host, async (discover) => {
        const contents: AsdfContent[] = [];
        for (const bytes of this.#whole) contents.push(await this.#discovered(discover, bytes));
        for (let i = 0; i < inputs; i++) {
          const which = i % this.#whole.length;
          const isRead = await this.#attempt(discover, this.#whole[which]!);
          if (isRead && which === 0) await this.#readResults(results, project);
          if (i % WHOLE_EVERY > 0) continue;
          const index = (i / WHOLE_EVERY) % this.#whole.length;
          expect(await this.#discovered(discover, this.#whole[index]!)).toEqual(contents[index]);
        }
      });
    } finally {
      await results.close();
    }
    return this.tally;
  }

  /** A launcher whose processes leave their measures beside our file. */
  #own(): Pick<NodeLauncher, 'launch'> {
    return {
      launch: (entry, options) => {
        this.tally.processes++;
        process.env.ATOA_MEASURES = this.#measures;
        return this.#launcher.launch(entry, options);
      },
    };
  }

  async #discovered(discover: AsdfReading, bytes: Uint8Array): Promise<AsdfContent> {
    await writeFile(this.#file, bytes);
    return discover({ path: this.#file, id: null }, []);
  }

  /** @returns whether it could be read */
  async #attempt(discover: AsdfReading, whole: Uint8Array): Promise<boolean> {
    const { tally } = this;
    const other = SAMPLES[Math.floor(this.#random() * SAMPLES.length)]!.bytes;
    const where = `input ${tally.inputs++}`;
    try {
      const content = await this.#discovered(discover, mutate(whole, other, this.#random));
      expect([content.waveforms instanceof Map, Array.isArray(content.stations)], where).toEqual([true, true]);
      tally.read++;
      return true;
    } catch (error) {
      this.#refused((error as Error).message, where);
      return false;
    } finally {
      this.#measured(where);
    }
  }

  #refused(message: string, where: string): void {
    const { tally } = this;
    expect(message, where).toContain(this.#file);
    expect(message.length, where).toBeLessThan(1000);
    tally.refused++;
    if (/, byte \d+|: byte \d+/.test(message)) tally.placed++;
    if (message.includes('cannot be read as HDF5')) tally.ended++;
  }

  async #readResults(results: ResultReader, project: Project): Promise<void> {
    const { tally } = this;
    const where = `results of input ${tally.inputs - 1}`;
    try {
      const drawing = await results.detail(project, { event: 'a', station: 'NZ.BFZ' }, 'i01/s00', 100);
      expect(drawing.components.length, where).toBeGreaterThanOrEqual(0);
      tally.results++;
    } catch (error) {
      if (!(error instanceof RunError)) throw error;
      expect(error.failure.code, where).toMatch(/^(bad-dataset|not-stored|worker-died)$/);
      tally.resultsRefused++;
      if (error.failure.stage === 'worker') tally.ended++;
      else expect(error.failure.message, where).toContain(basename(this.#file));
    }
    this.#measured(where);
  }

  /** What the processes of our own have left since we last looked. */
  #measured(where: string): void {
    const folder = dirname(this.#measures);
    for (const name of readdirSync(folder)) {
      if (!name.startsWith(`${basename(this.#measures)}.`)) continue;
      const { ms, mb } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { ms: number; mb: number };
      rmSync(join(folder, name));
      expect(ms, `${where}: time`).toBeLessThan(SLOWEST_MS);
      expect(mb, `${where}: memory`).toBeLessThan(MOST_MB);
      this.tally.slowestMs = Math.max(this.tally.slowestMs, Math.ceil(ms));
      this.tally.mostMb = Math.max(this.tally.mostMb, Math.ceil(mb));
    }
  }
}
