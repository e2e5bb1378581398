import type { Attributes, TypedValue } from '../hdf5/typed';

/** A dataset to be written. `path` is absolute; the product of `shape` is the length of `data`. */
export interface DatasetPlan {
  path: string;
  data: Float64Array | BigInt64Array | Int8Array;
  shape: number[];
  attributes: Attributes;
  /** Others may lengthen it, as pyasdf does with QuakeML. */
  growable?: boolean;
}

/** The data of a plan as they are stored: uncompressed, for gzip takes six times as long. */
export function typedData({ data, shape }: DatasetPlan): TypedValue {
  const dtype = data instanceof Float64Array ? '<d' : data instanceof BigInt64Array ? '<q' : '<b';
  return { dtype, shape, data };
}

/** A boolean as an int8, which is as true or false as the HDF5 enum that h5py makes of one and the library cannot. */
export function truth(value: boolean): TypedValue {
  return { dtype: '<b', shape: [], data: Int8Array.of(value ? 1 : 0) };
}

/** A string of fixed length in ASCII. HDF5 has none of length zero. */
export function fixed(text: string): TypedValue {
  return { dtype: `A${Math.max(Buffer.byteLength(text), 1)}`, shape: [], data: [text] };
}

/** Doubles, or strings of any length. */
export function list(values: string[] | number[]): TypedValue {
  const shape = [values.length];
  return values.every((value) => typeof value === 'number')
    ? { dtype: '<d', shape, data: Float64Array.from(values) }
    : { dtype: 'S', shape, data: values.map(String) };
}

/** Path of the group that holds what has this path. */
export function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}
