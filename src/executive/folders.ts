import { join } from 'node:path';
import type { PairKey } from '@/core/model';
import type { OutputFolders } from '@/project';

/** Where a run writes: absolute paths, as plain data that travels to the workers. */
export type RunFolders = OutputFolders;

export const journalFile = ({ state }: RunFolders) => join(state, 'journal.jsonl');
export const lockFile = ({ state }: RunFolders) => join(state, 'lock');
export const writerLockFile = ({ state }: RunFolders) => join(state, 'writer.lock');

export const spoolFolder = ({ state }: RunFolders, event: string) => join(state, 'spool', event);
export const spoolName = ({ station }: PairKey) => `${station}.spool`;
export const spoolFile = (folders: RunFolders, pair: PairKey) =>
  join(spoolFolder(folders, pair.event), spoolName(pair));

export const adjointFolder = ({ adjsrcs }: RunFolders, event: string) => join(adjsrcs, event);

export const datasetName = ({ datasetFile }: RunFolders, event: string) => datasetFile.replaceAll('{event_id}', event);
export const datasetPath = (folders: RunFolders, event: string) => join(folders.datasets, datasetName(folders, event));

/** <event>_<net>_<sta> */
const stem = ({ event, station }: PairKey) => `${event}_${station.replace('.', '_')}`;
export const logPath = ({ logs }: RunFolders, pair: PairKey) => join(logs, `${stem(pair)}.txt`);
export const figureName = (pair: PairKey) => `${stem(pair)}.png`;
export const figurePath = ({ figures }: RunFolders, pair: PairKey) => join(figures, figureName(pair));
