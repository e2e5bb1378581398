import { join } from 'node:path';
import type { Parameters } from '@/core/config';
import type { PairKey } from '@/core/model';
import type { OutputFolders } from '@/project';

/** Where a run writes: absolute paths, as plain data that travels to the workers. */
export type RunFolders = OutputFolders;

export const journalFile = ({ state }: RunFolders) => join(state, 'journal.jsonl');
export const lockFile = ({ state }: RunFolders) => join(state, 'lock');
export const writerLockFile = ({ state }: RunFolders) => join(state, 'writer.lock');

/** Of the pairs of an event in one evaluation: one that was broken off waits there while others are run. */
export function spoolFolder({ state }: RunFolders, evaluation: string, event: string): string {
  return join(state, 'spool', evaluation === 'default' ? event : `${event}@${evaluation.replace('/', '')}`);
}
export const spoolName = ({ station }: PairKey) => `${station}.spool`;
export const spoolFile = (folders: RunFolders, evaluation: string, pair: PairKey) =>
  join(spoolFolder(folders, evaluation, pair.event), spoolName(pair));

/** residuals_<event>_<iteration>_<step>.txt, as SeisFlows' workflow looks for it; what there is not is left out. */
export function residualPath(
  { residuals }: RunFolders,
  { iteration, step_count }: Pick<Parameters, 'iteration' | 'step_count'>,
  event: string,
): string {
  const numbers = iteration === null ? [] : step_count === null ? [iteration] : [iteration, step_count];
  return join(residuals, `${['residuals', event, ...numbers].join('_')}.txt`);
}

export const stationsAdjointPath = (folders: RunFolders, event: string) =>
  join(adjointFolder(folders, event), 'STATIONS_ADJOINT');

export const adjointFolder = ({ adjsrcs }: RunFolders, event: string) => join(adjsrcs, event);

export const datasetName = ({ datasetFile }: RunFolders, event: string) => datasetFile.replaceAll('{event_id}', event);
export const datasetPath = (folders: RunFolders, event: string) => join(folders.datasets, datasetName(folders, event));

/** <event>_<net>_<sta> */
const stem = ({ event, station }: PairKey) => `${event}_${station.replace('.', '_')}`;
export const logPath = ({ logs }: RunFolders, pair: PairKey) => join(logs, `${stem(pair)}.txt`);
export const figureName = (pair: PairKey) => `${stem(pair)}.png`;
export const figurePath = ({ figures }: RunFolders, pair: PairKey) => join(figures, figureName(pair));
