import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { evaluationPath, parseParameters } from '@/core/config';
import type { Input, PairDetail, ParametersFile, ProjectOverview } from '@/api';
import type { PairInspector } from '@/executive';
import { SessionError } from './error';
import type { ProjectDesk } from './projectDesk';

/** The parameters of the open project as text: read, tried on single pairs, and saved. */
export class ParametersDesk {
  readonly #desk: ProjectDesk;
  readonly #inspector: PairInspector;

  constructor(desk: ProjectDesk, inspector: PairInspector) {
    this.#desk = desk;
    this.#inspector = inspector;
  }

  /** The file's text as it is on disk now; empty where there is none.
   *  @throws SessionError where the project's folder is gone */
  async read(): Promise<ParametersFile> {
    await this.#desk.refuseGone();
    return { yaml: await textOf(this.#file), name: basename(this.#file) };
  }

  /** Writes the file in one piece and opens the project again, with the new parameters.
   *  @throws ConfigError naming each wrong parameter; SessionError where the file is not what was read before */
  async save({ yaml, base }: Input<'saveParameters'>): Promise<ProjectOverview> {
    const file = this.#file;
    parseParameters(yaml, basename(file));
    await this.#desk.refuseGone();
    if ((await textOf(file)) !== base) {
      throw new SessionError(
        'changed-on-disk',
        `${basename(file)} was changed by another program since it was read.`,
        'Revert to read it again; copy your changes first if you need them.',
      );
    }
    this.#desk.expectParameters(yaml);
    await writeFileAtomic(file, yaml).catch((cause: unknown) => {
      throw new SessionError('not-written', `${file} cannot be written.`, 'Check its permissions.', cause);
    });
    return this.#desk.reopen();
  }

  /** Computes a pair with parameters that are not saved; writes nothing.
   *  @throws ConfigError naming each wrong parameter */
  async preview({ event, station, yaml, width, band }: Input<'previewPair'>): Promise<PairDetail> {
    const parameters = parseParameters(yaml, basename(this.#file));
    const pair = { event, station };
    const hand = this.#desk.hand.in(evaluationPath(parameters), pair);
    const detail = await this.#inspector.inspect(this.#desk.project, pair, width, { parameters, hand, band });
    return { ...detail, ...pair, outcome: null, source: 'computed' };
  }

  get #file(): string {
    return this.#desk.parametersFile;
  }
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return '';
    throw new SessionError('unreadable', `${file} cannot be read.`, 'Check its permissions.', cause);
  });
}
