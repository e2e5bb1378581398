import { hash } from 'node:crypto';
import { relative, sep } from 'node:path';
import type { Parameters } from '@/core/config';
import type { HandDecision } from '@/core/model';
import { statAll } from './statAll';

/** Raised whenever the program gives other numbers for the same input: what earlier versions did is then done again. */
export const ALGORITHM_VERSION = 2;

/** Hexadecimal digits that are kept of a SHA-256: 128 bits. */
const DIGITS = 32;

/** What a pair's result follows from: two results with the same fingerprint are the same. */
export interface Fingerprint {
  /** Name of the evaluation it is of: `i01/s00`. Each has results of its own. */
  evaluation: string;
  /** Digest of the parameters that change numbers, and of the version of the algorithms. */
  config: string;
  /** Digest of the names, sizes and modification times of the input files. */
  inputs: string;
}

function digest(parts: string[]): string {
  return hash('sha256', parts.map((part) => `${part}\n`).join(''), 'hex').slice(0, DIGITS);
}

/** Digest of what changes numbers: not of where things lie, how many workers there are, how much is logged, or from which
 *  preset window parameters came. */
export function configDigest(parameters: Parameters): string {
  const steps = [...parameters.executive.steps].sort();
  const numbers = { ...parameters, event_id: null, pyflex_preset: null, paths: null, executive: { steps } };
  return digest([String(ALGORITHM_VERSION), canonical(numbers)]);
}

/** What a pair's result owes to a decision by hand: with another one it is done again. */
export function handInputs(decision: HandDecision | null): string[] {
  return decision === null ? [] : [`hand ${canonical(decision)}`];
}

/** JSON with sorted keys, so that the order in a file means nothing. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** What is known of input files: the pairs of an event share its file, and those of all events the stations' files. */
export class InputFiles {
  readonly #root: string;
  readonly #shared: InputFiles | null;
  readonly #known = new Map<string, string>();

  /** @param root the project's folder: a project that is moved stays the same
   *  @param shared knows some files already */
  constructor(root: string, shared: InputFiles | null = null) {
    this.#root = root;
    this.#shared = shared;
  }

  /** Looks at the size and time of those files that are not known yet. */
  async look(files: Iterable<string>): Promise<void> {
    const unknown = [...new Set(files)].filter((file) => this.#textOf(file) === undefined);
    await statAll(unknown, (file, stat) => {
      const name = relative(this.#root, file).split(sep).join('/');
      this.#known.set(file, `${name}\t${stat ? `${stat.size}\t${stat.mtimeNs}` : 'missing'}`);
    });
  }

  /** @param files that were looked at
   *  @param selection what is taken of the files */
  digest(files: string[], selection: string[] = []): string {
    return digest([...files.map((file) => this.#describe(file)).sort(), ...[...selection].sort()]);
  }

  #textOf(file: string): string | undefined {
    return this.#known.get(file) ?? (this.#shared === null ? undefined : this.#shared.#textOf(file));
  }

  #describe(file: string): string {
    const text = this.#textOf(file);
    if (text === undefined) throw new RangeError(`${file} was not looked at`);
    return text;
  }
}
