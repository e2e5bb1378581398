import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporaryFolder';
import { statAll } from './statAll';

describe('looking at many files', () => {
  const folder = temporaryFolder('stat');
  const files = Array.from({ length: 300 }, (_, i) => join(folder, `${i}`));
  for (const [i, file] of files.entries()) if (i % 7 !== 0) writeFileSync(file, 'x'.repeat(i));

  it.each([
    ['one after the other', Infinity],
    ['several at a time', -1],
  ])('tells of each once, %s', async (_, slowMs) => {
    const found = new Map<string, string>();
    await statAll(
      files,
      (file, stat) => {
        expect(found.has(file)).toBe(false);
        found.set(file, stat ? `${stat.size} ${stat.mtimeNs}` : 'missing');
      },
      slowMs,
    );
    const expected = files.map((file, i) => {
      if (i % 7 === 0) return [file, 'missing'];
      const { size, mtimeNs } = statSync(file, { bigint: true });
      return [file, `${size} ${mtimeNs}`];
    });
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  });

  it('is done at once where there are none', async () => {
    await statAll([], () => expect.fail());
  });
});
