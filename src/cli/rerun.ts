import { readFile } from 'node:fs/promises';
import type { PairOutcome } from '@/core/model';
import type { Project } from '@/project';
import { decisionsSince, differencesNow, hasSameResults, readRerun, SessionError, type Rerun } from '@/session';
import { applicationRoot } from './root';
import { plural } from './plural';
import { UsageError } from './usage';
import { applicationVersion } from './version';

/** @throws UsageError for a file that does not describe a run */
export async function readEarlier(file: string): Promise<Rerun> {
  try {
    return readRerun(await readFile(file, 'utf8'), file);
  } catch (error) {
    if (error instanceof SessionError) throw new UsageError(`${error.message} ${error.advice ?? ''}`);
    throw new UsageError(`${file} cannot be read`);
  }
}

/** Says what is different from then, before the run.
 *  @param out where its outputs go, where not the project */
export async function tellDifferences(earlier: Rerun, project: Project, out?: string): Promise<void> {
  const sentences = await differencesNow(earlier, project, applicationVersion(applicationRoot()));
  if (sentences.length === 0) console.error('atoa: versions and input files are those of then');
  if (earlier.hand.length > 0) {
    const [n, verb] =
      earlier.hand.length === 1 ? ['1 decision', 'holds'] : [`${earlier.hand.length} decisions`, 'hold'];
    console.error(`atoa: ${n} by hand of then ${verb} again`);
  }
  sentences.push(...(await decisionsSince(earlier, project, out)));
  for (const sentence of sentences) console.error(`atoa: ${sentence}`);
}

/** Whether a run has given what it gave then. */
export function told(earlier: Rerun, project: Project, outcomes: PairOutcome[]): string {
  if (hasSameResults(earlier, project, outcomes)) return 'the misfit table is that of then, byte for byte';
  const { pairs, windows, misfit } = earlier.results;
  return `the misfit table is not that of then: ${plural(pairs, 'pair')}, ${plural(windows, 'window')}, misfit ${misfit.toPrecision(8)}`;
}
