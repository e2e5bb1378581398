import type { Dataset, File, Group } from '../hdf5/reader';
import { checksum } from './check';
import { parentOf, type DatasetPlan } from './plan';

const CONFIGS = '/AuxiliaryData/Configs';
const WAVEFORMS = '/Waveforms';

/** Observed waveforms that a file has from other evaluations. A new evaluation adds its synthetics to them and leaves
 *  them as they are: as they were measured, so that the others can be measured again from the file. */
export class SharedWaveforms {
  private readonly kept = new Set<string>();
  /** Stations whose observed waveforms are not what is kept. */
  private readonly differing = new Set<string>();

  /** Groups of stations. */
  private readonly folders: Set<string>;

  private constructor(
    private readonly file: File,
    private readonly tag: string,
  ) {
    this.folders = new Set(namesIn(file, WAVEFORMS).map((name) => `${WAVEFORMS}/${name}`));
  }

  /** @returns null for a file that has no evaluation but this one */
  static of(file: File, evaluation: string, tag: string): SharedWaveforms | null {
    const others = evaluationsOf(file).filter((name) => name !== evaluation);
    return others.length === 0 ? null : new SharedWaveforms(file, tag);
  }

  /** True for an observed waveform of a channel that the file has one of already; that one is kept. */
  has(plan: DatasetPlan): boolean {
    if (!plan.path.endsWith(`__${this.tag}`) || !(plan.data instanceof Float64Array)) return false;
    const folder = parentOf(plan.path);
    const channel = plan.path.slice(0, plan.path.indexOf('__') + 2);
    if (!this.folders.has(folder)) return false;
    const there = (this.file.get(folder) as Group)
      .keys()
      .map((name) => `${folder}/${name}`)
      .filter((path) => path.startsWith(channel) && path.endsWith(`__${this.tag}`));
    for (const path of there) this.kept.add(path);
    const isSame = there.some(
      (path) => checksum((this.file.get(path) as Dataset).value as Float64Array) === checksum(plan.data),
    );
    if (there.length > 0 && !isSame) this.differing.add(folder.slice(WAVEFORMS.length + 1));
    return there.length > 0;
  }

  isKept(path: string): boolean {
    return this.kept.has(path);
  }

  warnings(): string[] {
    if (this.differing.size === 0) return [];
    return [
      `observed waveforms differ from those of other evaluations at ${[...this.differing].sort().join(', ')}: ` +
        'theirs are kept; to have both, set observed_tag to another name',
    ];
  }
}

function evaluationsOf(file: File): string[] {
  return namesIn(file, CONFIGS).flatMap((name) => {
    const steps = namesIn(file, `${CONFIGS}/${name}`);
    return steps.length === 0 ? [name] : steps.map((step) => `${name}/${step}`);
  });
}

/** What a group holds; nothing where there is none. The library throws for a path with a missing part. */
function namesIn(file: File, path: string): string[] {
  let at: Group = file;
  for (const part of path.split('/').filter(Boolean)) {
    if (!at.keys().includes(part)) return [];
    const child = at.get(part);
    if (child === null || !('keys' in child)) return [];
    at = child as Group;
  }
  return at.keys();
}
