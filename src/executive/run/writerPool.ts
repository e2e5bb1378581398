import { statSync } from 'node:fs';
import { datasetTimedOut } from '../processes/failures';
import type { Launcher } from '../processes/launcher';
import type { Logger } from '../processes/logger';
import { writerLockFile, type RunFolders } from '../disk/folders';
import { Pool } from '../processes/pool';
import type { WriterReply, WriterRequest } from '../tasks';

/** s that the writer has in any case: it waits for the writer of a run that was killed for up to a minute. */
const LEAST_SECONDS = 120;
/** What the slowest disk is taken to write, or read, B/s. */
const SLOWEST = 1e6;

/** The one process that touches HDF5: one dataset at a time. One that dies, or hangs, is restarted and its dataset begun again;
 *  one that met an error is replaced, because the library's state is unknown then.
 *  @param patience s that a dataset may take, beside what its size takes on a slow disk */
export function writerPool(
  launcher: Launcher,
  logger: Logger,
  folders: RunFolders,
  patience: number,
): Pool<WriterRequest, WriterReply> {
  return new Pool({
    ...{ launcher, logger, entry: 'writer', size: 1, handedOver: 1 },
    context: { lock: writerLockFile(folders) },
    timeoutSeconds: (request) => writeLimit(request as WriterRequest, patience),
    lateness: (request, limit) => datasetTimedOut((request as WriterRequest).target, limit),
    spoiledBy: (reply) => !(reply as WriterReply).ok,
  });
}

/** s after which the writer counts as hanging: what it has to write may be much, which is no reason to end it. */
export function writeLimit({ target, spools }: WriterRequest, patience: number): number {
  const bytes = [target, ...spools].reduce((sum, path) => sum + sizeOf(path), 0);
  return Math.max(LEAST_SECONDS, patience) + bytes / SLOWEST;
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
