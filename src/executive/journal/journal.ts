import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from '@/dataset';
import { syncFolder } from './durability';
import type { JournalLine } from './journalLines';
import { readJournal, type JournalReading } from './journalReader';

interface Waiting {
  text: string;
  resolve(): void;
  reject(error: unknown): void;
}

/** The append-only record of what is done, and the only truth about it. A line is on the disk when `append` resolves.
 *
 *  Lines that come while the disk is busy are written and synced together: one fsync for all of them, and as soon as
 *  possible (group commit). */
export class Journal {
  readonly #file: FileHandle;
  #bytes: number;
  #waiting: Waiting[] = [];
  #busy: Promise<void> | null = null;
  /** Set by the first failure: after a lost line nothing more may be written. */
  #broken: { error: Error } | null = null;

  private constructor(file: FileHandle, bytes: number) {
    this.#file = file;
    this.#bytes = bytes;
  }

  /** Opens a journal to append to, and tells what it says. A last line that a crash has torn is cut off. */
  static async open(path: string): Promise<{ journal: Journal; reading: JournalReading }> {
    makeFolder(dirname(path));
    const reading = await readJournal(path);
    const file = await open(path, 'a');
    try {
      if ((await file.stat()).size > reading.wholeBytes) await file.truncate(reading.wholeBytes);
      await file.sync();
      await syncFolder(dirname(path));
    } catch (error) {
      await file.close();
      throw error;
    }
    return { journal: new Journal(file, reading.wholeBytes), reading };
  }

  /** @throws what the system says where the line cannot be written: a full disk, for example */
  append(line: JournalLine): Promise<void> {
    if (this.#broken) return Promise.reject(this.#broken.error);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ text: `${JSON.stringify(line)}\n`, resolve, reject });
      this.#busy ??= this.#write();
    });
  }

  /** Waits for the lines on their way, then closes the file. */
  async close(): Promise<void> {
    await this.#busy;
    await this.#file.close();
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0);
      try {
        // Of a batch before, while this one waited.
        if (this.#broken) throw this.#broken.error;
        await this.#writeThrough(Buffer.from(batch.map(({ text }) => text).join('')));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        this.#broken ??= { error: error as Error };
        for (const { reject } of batch) reject(this.#broken.error);
      }
    }
    this.#busy = null;
  }

  async #writeThrough(bytes: Buffer): Promise<void> {
    try {
      for (let at = 0; at < bytes.length;) at += (await this.#file.write(bytes, at)).bytesWritten;
      await this.#file.datasync();
      this.#bytes += bytes.length;
    } catch (error) {
      // Half a batch may be there: leave the file as it was. If even this fails, opening it again cuts the torn line.
      await this.#file.truncate(this.#bytes).catch(() => undefined);
      throw error;
    }
  }
}
