import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unwrapWasm } from '../../tools/programs/hdf5Wasm.js';

const LIBRARY = resolve(import.meta.dirname, '../../node_modules/h5wasm/dist/node/hdf5_util.js');

describe("the HDF5 library's WebAssembly", () => {
  const code = readFileSync(LIBRARY, 'utf8');

  it('is taken out of the text that holds it, and nothing else is', () => {
    const { before, bytes, after } = unwrapWasm(code);
    expect([...bytes.subarray(0, 8)]).toEqual([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    expect(bytes.length).toBeGreaterThan(3e6);
    expect(code.startsWith(`${before}binaryDecode('`)).toBe(true);
    expect(code.endsWith(`')${after}`)).toBe(true);
    expect(before.length + after.length).toBeLessThan(300_000);
  });

  it.each([
    [
      'it is decoded in another way',
      (text: string) => text.replace('function binaryDecode(bin)', 'function decode(bin)'),
    ],
    ['its text stands elsewhere', (text: string) => text.replace('function findWasmBinary()', 'function wasm()')],
    ['its bytes are others', (text: string) => text.replace("binaryDecode('\x00asm", "binaryDecode('\x00asn")],
  ])('stops the build where %s', (_how, change) => {
    const other = change(code);
    expect(other).not.toBe(code);
    expect(() => unwrapWasm(other)).toThrow('in another way');
  });
});
