import {
  openProject,
  type AsdfContent,
  type AsdfFile,
  type AsdfReading,
  type OpenOptions,
  type Project,
} from '@/project';
import { RunError } from '../processes/failures';
import type { Launcher } from '../processes/launcher';
import { silentLogger, type Logger } from '../processes/logger';
import { Pool } from '../processes/pool';
import type { AsdfReply, AsdfRequest } from '../tasks';

/** A file takes some tenths of a second; one that is damaged may keep the library busy for ever. */
const PATIENCE_SECONDS = 60;
const MEMORY_MB = 2500;

interface Host {
  launcher: Launcher;
  log?: Logger;
  /** Time limit of a file, s (60). */
  timeoutSeconds?: number;
}

/** Reads ASDF files for their discovery in a process that may die: a damaged one can end the HDF5 library, or keep it busy
 *  without an end. */
export class AsdfReader {
  readonly #pool: Pool<AsdfRequest, AsdfReply>;

  private constructor({ launcher, log = silentLogger, timeoutSeconds = PATIENCE_SECONDS }: Host) {
    this.#pool = new Pool({
      ...{ launcher, logger: log, entry: 'pair', size: 1, handedOver: 1, context: null },
      timeoutSeconds,
      memoryMb: MEMORY_MB,
      spoiledBy: (reply) => (reply as Partial<Extract<AsdfReply, { content: null }>>).isSpoiled === true,
    });
  }

  /** Has a reader for the time of some work; no process is started before a file is to be read. */
  static async during<T>(host: Host, work: (read: AsdfReading) => Promise<T>): Promise<T> {
    const reader = new AsdfReader(host);
    try {
      return await work((file, known) => reader.#read(file, known));
    } finally {
      await reader.#pool.stop(0);
    }
  }

  /** @throws Error that names the file */
  async #read(file: AsdfFile, known: string[]): Promise<AsdfContent> {
    const reply = await this.#pool.submit({ kind: 'asdf', file, known }).catch((error: unknown) => {
      if (!(error instanceof RunError)) throw error;
      throw new Error(`${file.path}: cannot be read as HDF5: ${error.failure.message}`, { cause: error });
    });
    if (reply.content === null) throw new Error(reply.message);
    return reply.content;
  }
}

/** Opens a project; its ASDF files are read by a process that may die.
 *  @throws ProjectError, ConfigError as `openProject` does */
export function openApart(folder: string, options: Omit<OpenOptions, 'readAsdf'>, host: Host): Promise<Project> {
  return AsdfReader.during(host, (readAsdf) => openProject(folder, { ...options, readAsdf }));
}
