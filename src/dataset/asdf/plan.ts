import type { TypedAttributes, TypedValue } from '../hdf5/typed';

/** A value of an attribute: a number is a double, a bigint an int64, a boolean an int8 (which is as true or false as the
 *  HDF5 enum that h5py makes of one and the library cannot), a string of any length unless `fixed`. */
export type AttributeValue = number | bigint | boolean | string | string[] | number[] | { fixed: string };
export type Attributes = Record<string, AttributeValue>;

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

export function typedAttributes(attributes: Attributes): TypedAttributes {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, typed(value)]));
}

function typed(value: AttributeValue): TypedValue {
  if (typeof value === 'number') return { dtype: '<d', shape: [], data: Float64Array.of(value) };
  if (typeof value === 'bigint') return { dtype: '<q', shape: [], data: BigInt64Array.of(value) };
  if (typeof value === 'boolean') return { dtype: '<b', shape: [], data: Int8Array.of(value ? 1 : 0) };
  if (typeof value === 'string') return { dtype: 'S', shape: [], data: [value] };
  if (Array.isArray(value)) return typedList(value);
  // HDF5 has no fixed-length string of length zero.
  return { dtype: `A${Math.max(Buffer.byteLength(value.fixed), 1)}`, shape: [], data: [value.fixed] };
}

function typedList(values: string[] | number[]): TypedValue {
  const shape = [values.length];
  return values.every((value) => typeof value === 'number')
    ? { dtype: '<d', shape, data: Float64Array.from(values) }
    : { dtype: 'S', shape, data: values.map(String) };
}

/** Path of the group that holds what has this path. */
export function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}
