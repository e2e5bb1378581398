import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { AttributeWriter } from './attributes';
import { whileOpen } from './heldOpen';
import { loadHdf5, withFile, type Dataset } from './reader';
import { Scratch } from './scratch';

const library = await loadHdf5();
const { module } = library;

const folder = mkdtempSync(join(tmpdir(), 'atoa-held-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'a.h5');

/** A file with a dataset `/a` of a shape, handed to `use`. */
function withDataset(shape: number[], use: (file: bigint) => void, chunks: bigint[] | null = null): void {
  const file = new library.File(path, 'w');
  const count = shape.reduce((product, n) => product * n, 1);
  const scratch = new Scratch(module);
  const sizes = shape.map(BigInt);
  const description = { ...library.describe('<d'), shape: sizes, maxshape: chunks && sizes, chunks };
  const data = new Uint8Array(Float64Array.from({ length: count }, (_, i) => i).buffer);
  module.create_dataset(file.file_id, '/a', scratch.place(data), description);
  try {
    use(file.file_id);
  } finally {
    scratch.free();
    file.close();
  }
}

function attributes(file: bigint): AttributeWriter {
  return new AttributeWriter(library, file, new Scratch(module));
}

describe('whileOpen', () => {
  it('acts before the library is done with the dataset', () => {
    withDataset([3], (file) => {
      const order: string[] = [];
      const watched = {
        get_dataset_data: (...all: Parameters<typeof module.get_dataset_data>) => {
          const result = module.get_dataset_data(...all);
          order.push('closed');
          return result;
        },
      };
      whileOpen(watched, file, '/a', 1, () => order.push('used'));
      expect(order).toEqual(['used', 'closed']);
    });
  });

  it.each([
    ['a line', [5], null],
    ['a table', [3, 2], null],
    ['nothing', [0], null],
    ['what is in chunks', [4], [2n]],
  ])('gives attributes to %s and leaves the values alone', (_name, shape, chunks) => {
    const given = { b: 1.5, c: 'text', d: 7n };
    withDataset(
      shape,
      (file) => whileOpen(module, file, '/a', shape.length, () => attributes(file).write('/a', given)),
      chunks,
    );
    const found = withFile(library, path, (file) => {
      const { attrs, value } = file.get('/a') as Dataset;
      const values = Object.fromEntries(Object.entries(attrs).map(([name, each]) => [name, each.value]));
      return { values, data: [...(value as Float64Array)] };
    });
    expect(found.values).toEqual(given);
    expect(found.data).toEqual(Array.from({ length: shape.reduce((product, n) => product * n, 1) }, (_, i) => i));
  });

  it('tells the error of what was done, and nothing stays open', () => {
    const fail = () => {
      throw new RangeError('not like this');
    };
    expect(() => withDataset([3], (file) => whileOpen(module, file, '/a', 1, fail))).toThrow('not like this');
    const refused = (file: bigint) => attributes(file).write('/nowhere', { b: 1 });
    expect(() => withDataset([3], (file) => whileOpen(module, file, '/a', 1, () => refused(file)))).toThrow('nowhere');
    // The library would not make a file anew that it has open.
    withDataset([3], (file) => expect(() => whileOpen(module, file, '/gone', 1, fail)).toThrow('gone'));
    withDataset([3], () => undefined);
  });

  it('acts once where the library does not ask how many', () => {
    let count = 0;
    whileOpen({ get_dataset_data: () => 0 }, 0n, '/a', 1, () => count++);
    expect(count).toBe(1);
  });
});
