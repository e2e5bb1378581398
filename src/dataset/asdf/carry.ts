import { DatasetError } from '../error';
import type { Attribute, Dataset, File, Group } from '../hdf5/reader';
import type { Attributes, TypedValue } from '../hdf5/typed';
import type { Hdf5Writer } from '../hdf5/writer';

/** Copies datasets with their attributes from one file into another.
 *  @param wanted asked with each dataset's path
 *  @returns how many were copied
 *  @throws DatasetError naming an object of a type that cannot be written again */
export function carryOver(from: File, to: Hdf5Writer, wanted: (path: string, dataset: Dataset) => boolean): number {
  let carried = 0;
  const visit = (group: Group, path: string): void => {
    for (const name of group.keys()) {
      const childPath = `${path}/${name}`;
      const child = from.get(childPath);
      if (child === null || !('keys' in child || 'metadata' in child)) continue;
      if ('keys' in child) {
        if (!to.hasGroup(childPath)) to.group(childPath, attributesOf(child, from.filename));
        visit(child, childPath);
      } else if (wanted(childPath, child as Dataset)) {
        copyDataset(child as Dataset, childPath, to, from.filename);
        carried++;
      }
    }
  };
  visit(from, '');
  return carried;
}

function copyDataset(dataset: Dataset, path: string, to: Hdf5Writer, file: string): void {
  const shape = dataset.shape ?? [];
  const isGrowable = dataset.metadata.maxshape?.some((limit, axis) => limit !== shape[axis]) ?? false;
  const hasRoom = shape.length > 0 && shape.every((length) => length > 0);
  to.dataset(path, typedValue(dataset, path, file), attributesOf(dataset, file), isGrowable && hasRoom);
}

function attributesOf(object: Group | Dataset, file: string): Attributes {
  return Object.fromEntries(
    Object.entries(object.attrs).map(([name, attribute]) => [
      name,
      typedValue(attribute, `${object.path}@${name}`, file),
    ]),
  );
}

const ARRAYS = {
  ...{ b: Int8Array, h: Int16Array, i: Int32Array, f: Float32Array },
  ...{ B: Uint8Array, H: Uint16Array, I: Uint32Array, d: Float64Array },
};

function typedValue(object: Attribute | Dataset, path: string, file: string): TypedValue {
  const dtype = writableType(object, path, file);
  const shape = object.shape ?? [];
  const { value } = object;
  if (/^[AS]/.test(dtype)) return { dtype, shape, data: [value].flat().map((text) => String(text ?? '')) };
  if (ArrayBuffer.isView(value)) return { dtype, shape, data: value };
  const values = [value].flat() as (number | bigint | boolean)[];
  const letter = dtype.at(-1) as keyof typeof ARRAYS | 'q' | 'Q';
  if (letter === 'q') return { dtype, shape, data: BigInt64Array.from(values, BigInt) };
  if (letter === 'Q') return { dtype, shape, data: BigUint64Array.from(values, BigInt) };
  return { dtype, shape, data: ARRAYS[letter].from(values.map(Number)) };
}

/** The type to write a value with. An enum, which h5py makes of booleans, becomes the integer that it is stored as. */
function writableType({ dtype, metadata }: Attribute | Dataset, path: string, file: string): string {
  if (typeof dtype === 'string' && /^(<[bhiqBHIQfd]|[|<]?[bB]|[SA]\d*)$/.test(dtype)) return dtype;
  if (metadata.enum_type && metadata.size === 1) return metadata.signed ? '<b' : '<B';
  throw new DatasetError(
    file,
    `holds ${path}, whose type cannot be copied`,
    'Move the file away, and the event gets a new one.',
  );
}
