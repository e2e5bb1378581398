import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DatasetError, LibraryError } from '../error';
import { loadHdf5, withFile } from './reader';
import { checkSuperblock, isCutShort } from './superblock';

const folder = mkdtempSync(join(tmpdir(), 'atoa-superblock-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'a.h5');
const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

/** A file of `size` bytes that begins as a version of the superblock does, and says that it ends at `end`. */
function file(version: number, end: number, size = 200, width = 8): string {
  const bytes = new Uint8Array(size);
  const [addressSize, addresses] = version > 1 ? [9, 12] : [13, version === 1 ? 28 : 24];
  bytes.set([...SIGNATURE, version]);
  bytes[addressSize] = width;
  for (let i = 0; i < width; i++) bytes[addresses + 2 * width + i] = Math.floor(end / 256 ** i) % 256;
  writeFileSync(path, bytes);
  return path;
}

describe('checkSuperblock', () => {
  it.each([0, 1, 2, 3])('takes version %i with the bytes it announces, or more', (version) => {
    for (const width of [2, 4, 8]) {
      checkSuperblock(file(version, 200, 200, width));
      checkSuperblock(file(version, 150, 200, width));
    }
  });

  it.each([
    [0, 40],
    [1, 44],
    [2, 28],
    [3, 28],
  ])('refuses version %i that was cut short, naming the byte', (version, at) => {
    expect(() => checkSuperblock(file(version, 70_000))).toThrow(
      `${path}: byte ${at}: the file should have 70000 bytes and has 200: it was cut short`,
    );
    expect(() => checkSuperblock(file(version, 20, 20))).toThrow(/byte \d+: .*cut short/);
  });

  it('refuses other versions, sizes of addresses and files', () => {
    expect(() => checkSuperblock(file(4, 200))).toThrow('byte 8: expected the version');
    expect(() => checkSuperblock(file(0, 200, 200, 3))).toThrow('byte 13: expected the size of addresses');
    for (const content of ['', 'x', 'text '.repeat(500)]) {
      writeFileSync(path, content);
      expect(() => checkSuperblock(path)).toThrow(`${path}: byte 0: expected the signature of HDF5`);
    }
    mkdirSync(join(folder, 'b.h5'));
    expect(() => checkSuperblock(join(folder, 'b.h5'))).toThrow('b.h5: cannot be read');
  });

  it('leaves files that begin with a block of their owner to the library', () => {
    const bytes = new Uint8Array(3000);
    bytes.set(SIGNATURE, 1024);
    writeFileSync(path, bytes);
    checkSuperblock(path);
  });

  it('keeps the library from files after which it would be of no use', async () => {
    const library = await loadHdf5();
    const refusal = (name: string) => {
      try {
        return withFile(library, name, () => null);
      } catch (error) {
        return error;
      }
    };
    const cut = refusal(file(0, 70_000));
    expect(cut).toBeInstanceOf(DatasetError);
    expect(cut).not.toBeInstanceOf(LibraryError);
    expect(refusal(file(0, 200))).toBeInstanceOf(LibraryError);
  });
});

describe('isCutShort', () => {
  it('tells files that have lost their end', () => {
    for (const version of [0, 1, 2, 3]) expect(isCutShort(file(version, 201))).toBe(true);
    writeFileSync(path, '');
    expect(isCutShort(path)).toBe(true);
    expect(isCutShort(file(0, 20, 20))).toBe(true);
  });

  it('takes files that are whole, have grown, are of another kind or cannot be read', () => {
    expect(isCutShort(file(0, 200))).toBe(false);
    expect(isCutShort(file(0, 150))).toBe(false);
    writeFileSync(path, 'text');
    expect(isCutShort(path)).toBe(false);
    expect(isCutShort(folder)).toBe(false);
    expect(isCutShort(join(folder, 'nothing'))).toBe(false);
  });
});
