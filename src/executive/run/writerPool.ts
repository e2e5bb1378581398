import type { Launcher } from '../processes/launcher';
import type { Logger } from '../processes/logger';
import { writerLockFile, type RunFolders } from '../disk/folders';
import { Pool } from '../processes/pool';
import type { WriterReply, WriterRequest } from '../tasks';

/** The one process that touches HDF5: one dataset at a time. One that dies is restarted and its dataset begun again;
 *  one that met an error is replaced, because the library's state is unknown then. */
export function writerPool(launcher: Launcher, logger: Logger, folders: RunFolders): Pool<WriterRequest, WriterReply> {
  return new Pool({
    ...{ launcher, logger, entry: 'writer', size: 1, handedOver: 1 },
    context: { lock: writerLockFile(folders) },
    spoiledBy: (reply) => !(reply as WriterReply).ok,
  });
}
