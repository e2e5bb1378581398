import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { readQuickly } from './quickReading';

const folder = mkdtempSync(join(tmpdir(), 'atoa-reading-'));
const path = join(folder, 'trace');
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

/** Lets each file take so many ms by the clock. */
function takes(ms: number): void {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += ms));
}

it('reads one file after the other into the same memory', () => {
  takes(0);
  const contents = ['a longer text', 'short', ''];
  const memory = contents.map((content) => {
    writeFileSync(path, content);
    const bytes = readQuickly(path)!;
    expect(new TextDecoder().decode(bytes)).toBe(content);
    return bytes.buffer;
  });
  expect(memory[1]).toBe(memory[0]);
});

it('leaves a large file, and what it cannot open, to others', () => {
  takes(0);
  truncateSync(path, 2 ** 22 + 1);
  expect(readQuickly(path)).toBeNull();
  truncateSync(path, 2 ** 22);
  expect(readQuickly(path)).toHaveLength(2 ** 22);
  expect(() => readQuickly(join(folder, 'missing'))).toThrow(/ENOENT.*missing/);
  expect(() => readQuickly(folder)).toThrow(/EISDIR/);
});

it('leaves files to others for a while after a slow one', () => {
  writeFileSync(path, 'text');
  takes(6);
  expect(readQuickly(path)).not.toBeNull();
  takes(0);
  for (let i = 0; i < 60; i++) expect(readQuickly(path)).toBeNull();
  expect(readQuickly(path)).not.toBeNull();
});
