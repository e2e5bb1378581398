import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];

/** A new, empty folder, which is removed when all tests of the file are done.
 *  @param name what its name begins with, after `atoa-` */
export function temporaryFolder(name: string): string {
  const path = mkdtempSync(join(tmpdir(), `atoa-${name}-`));
  made.push(path);
  return path;
}

afterAll(() => {
  for (const path of made.splice(0)) {
    try {
      rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    } catch {
      // A process that was killed may still be leaving it: a folder that stays is no reason for a test to fail.
    }
  }
});
