import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { writeParts } from './writing';

vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>();
  return { ...real, writeSync: vi.fn(real.writeSync), writevSync: vi.fn(real.writevSync) };
});

const folder = fs.mkdtempSync(join(tmpdir(), 'atoa-writing-'));
const path = join(folder, 'parts');
afterAll(() => fs.rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

/** Parts of these lengths, no two bytes beside each other alike. */
function parts(...lengths: number[]): Uint8Array[] {
  return lengths.map((length, part) => Uint8Array.from({ length }, (_, i) => part + i * 7));
}

describe('writeParts', () => {
  it.each([
    ['nothing', []],
    ['one that is empty', [0]],
    ['a few bytes', [5, 0, 3]],
    ['just one call', [2 ** 17]],
    ['more than one call, in one part', [2 ** 17 + 1]],
    ['parts that calls end within', [100_000, 31_072, 400_001, 7]],
    ['more arrays than a vectored write takes', Array.from({ length: 3000 }, (_, i) => i % 5)],
  ])('writes %s', (_name, lengths) => {
    const given = parts(...lengths);
    writeParts(path, given);
    expect(Buffer.compare(fs.readFileSync(path), Buffer.concat(given))).toBe(0);
  });

  it('leaves nothing of a longer file', () => {
    writeParts(path, parts(300_000));
    writeParts(path, parts(10));
    expect(fs.statSync(path).size).toBe(10);
  });

  it('writes on where a call was cut short', async () => {
    const real = await vi.importActual<typeof fs>('node:fs');
    vi.mocked(fs.writevSync).mockImplementation((file, arrays) => {
      return real.writeSync(file, Buffer.concat(arrays as Uint8Array[]).subarray(0, 1001));
    });
    vi.mocked(fs.writeSync).mockImplementation((file, bytes) => {
      return real.writeSync(file, (bytes as unknown as Uint8Array).subarray(0, 999));
    });
    const given = parts(700, 0, 2001, 50_000, 200_000);
    writeParts(path, given);
    expect(Buffer.compare(fs.readFileSync(path), Buffer.concat(given))).toBe(0);
  });
});
