import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DatasetError } from '../error';
import { loadHdf5, withFile, type Dataset, type File, type Group } from './reader';
import type { Attributes, TypedValue } from './typed';
import { Hdf5Writer } from './writer';

const library = await loadHdf5();

const folder = mkdtempSync(join(tmpdir(), 'atoa-hdf5-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'a.h5');

function write(fill: (file: Hdf5Writer) => void, isPlain = true): Hdf5Writer {
  const file = new Hdf5Writer(library, path, isPlain);
  fill(file);
  file.finish();
  return file;
}

/** As the HDF5 library reads it. */
async function read<T>(use: (file: File) => T): Promise<T> {
  return withFile(library, path, use);
}

const array = (data: Float64Array): TypedValue => ({ dtype: '<d', shape: [data.length], data });
const doubles = (...values: number[]) => array(Float64Array.from(values));
const text = (...data: string[]): TypedValue => ({ dtype: 'S', shape: data.length === 1 ? [] : [data.length], data });

describe('Hdf5Writer', () => {
  it.each([true, false])('writes every type as the library reads it, plain or not: %s', async (isPlain) => {
    const attributes: Attributes = {
      double: -0.1,
      long: 2n ** 63n - 1n,
      wörter: 'Ōtautahi: 43° S',
      none: '',
      byte: { dtype: '<b', shape: [], data: Int8Array.of(-1) },
      word: { dtype: '<H', shape: [], data: Uint16Array.of(65_535) },
      integer: { dtype: '<q', shape: [], data: BigInt64Array.of(-(2n ** 62n)) },
      single: { dtype: '<f', shape: [2], data: Float32Array.of(1.5, -2.5) },
      fixed: { dtype: 'A4', shape: [], data: ['ASDF'] },
      text: text('Ōtautahi'),
      empty: text(''),
      list: text('E', '', 'Z'),
    };
    write((file) => file.dataset('/a/b/c', doubles(1, NaN, -0), attributes), isPlain);
    const found = await read((file) => {
      const dataset = file.get('/a/b/c') as Dataset;
      const entries = Object.entries(dataset.attrs).map(([name, { value, dtype }]) => [name, [dtype, value]]);
      return { value: dataset.value, attributes: Object.fromEntries(entries) as Record<string, unknown> };
    });
    expect(found.value).toEqual(Float64Array.of(1, NaN, -0));
    expect(found.attributes).toEqual({
      double: ['<d', -0.1],
      long: ['<q', 2n ** 63n - 1n],
      wörter: ['S', 'Ōtautahi: 43° S'],
      none: ['S', ''],
      byte: ['<b', -1],
      word: ['<H', 65_535],
      integer: ['<q', -(2n ** 62n)],
      single: ['<f', Float32Array.of(1.5, -2.5)],
      fixed: ['A4', 'ASDF'],
      text: ['S', 'Ōtautahi'],
      empty: ['S', ''],
      list: ['S', ['E', '', 'Z']],
    });
  });

  it('holds as many objects in a group, and as much text, as one likes', async () => {
    const names = Array.from({ length: 600 }, (_, i) => `x${i}`);
    const long = 'long '.repeat(30_000);
    write((file) => {
      for (const [i, name] of names.entries()) file.dataset(`/many/${name}`, doubles(i), { name });
      file.dataset('/long', doubles(1), { long, again: text(long) });
    });
    await read((file) => {
      expect((file.get('/many') as Group).keys().sort()).toEqual([...names].sort());
      const all = names.map((name) => file.get(`/many/${name}`) as Dataset);
      expect(all.map(({ value }) => (value as Float64Array)[0])).toEqual(names.map((_, i) => i));
      expect(all.map(({ attrs }) => attrs['name']!.value)).toEqual(names);
      const { attrs } = file.get('/long') as Dataset;
      expect([attrs['long']!.value, attrs['again']!.value].every((value) => value === long)).toBe(true);
    });
  });

  it('writes shapes, single values, nothing at all, and what can be lengthened', async () => {
    write((file) => {
      file.group('/empty', { note: text('none') });
      file.dataset('/table', { dtype: '<d', shape: [3, 2], data: Float64Array.of(1, 2, 3, 4, 5, 6) });
      file.dataset('/single', { dtype: '<i', shape: [], data: Int32Array.of(7) });
      file.dataset('/nothing', doubles());
      file.dataset('/bytes', { dtype: '<b', shape: [3], data: Int8Array.of(1, 2, 3) }, {}, true);
      file.dataset('/large', array(new Float64Array(200_000).fill(3)));
    });
    await read((file) => {
      const at = (name: string) => file.get(name) as Dataset;
      expect((file.get('/empty') as Group).keys()).toEqual([]);
      expect((file.get('/empty') as Group).attrs['note']!.value).toBe('none');
      expect([at('/table').shape, at('/table').value]).toEqual([[3, 2], Float64Array.of(1, 2, 3, 4, 5, 6)]);
      expect([at('/single').shape, at('/single').value]).toEqual([[], 7]);
      expect(at('/nothing').shape).toEqual([0]);
      expect([at('/bytes').value, at('/bytes').metadata.chunks]).toEqual([Int8Array.of(1, 2, 3), [3]]);
      expect(at('/bytes').metadata.maxshape).toEqual([2 ** 64]);
      expect((at('/large').value as Float64Array).every((x) => x === 3)).toBe(true);
    });
  });

  it('takes attributes of more than 64 KiB where the form is not plain', async () => {
    const fill = (file: Hdf5Writer) => file.group('/', { many: array(new Float64Array(10_000).fill(2)) });
    write(fill, false);
    const found = await read((file) => file.attrs['many']!.value as Float64Array);
    expect(found).toEqual(new Float64Array(10_000).fill(2));
    const plain = new Hdf5Writer(library, join(folder, 'plain.h5'), true);
    expect(() => fill(plain)).toThrow('message is too large');
    plain.abandon();
  });

  it('knows whether the file is as it was written', () => {
    const file = write((each) => each.dataset('/a', array(new Float64Array(300_000)), { b: text('c') }));
    expect(file.isAsWritten()).toBe(true);
    const bytes = readFileSync(path);
    const damaged = Buffer.from(bytes);
    damaged[1_500_000]! ^= 1;
    writeFileSync(path, damaged);
    expect(file.isAsWritten()).toBe(false);
    writeFileSync(path, bytes.subarray(0, 1000));
    expect(() => file.isAsWritten()).toThrow(DatasetError);
  });

  it('refuses a path that is taken, and a folder that is not there', () => {
    const file = new Hdf5Writer(library, path);
    file.dataset('/a', doubles(1));
    expect(() => file.dataset('/a', doubles(1))).toThrow('/a is there already');
    expect(() => file.dataset('/b', { ...doubles(1, 2), shape: [3] })).toThrow('16 bytes are not 3 of <d');
    expect(() => file.group('/', { c: { ...text('d', 'e'), dtype: 'A1', shape: [3] } })).toThrow('2 values are not 3');
    expect(() => new Hdf5Writer(library, join(folder, 'nowhere', 'a.h5'))).toThrow(DatasetError);
    file.abandon();
  });
});
