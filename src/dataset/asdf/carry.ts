import { DatasetError } from '../error';
import { ensureGroup, parentOf, type Attribute, type Dataset, type File, type Group } from '../hdf5';

/** Copies datasets with their attributes from one file into another: HDF5's own copying is not in the library.
 *  @param wanted asked with each dataset's path
 *  @returns the shapes of what was copied, by path
 *  @throws DatasetError naming an object of a type that cannot be written again */
export function carryOver(
  from: File,
  to: File,
  groups: Set<string>,
  wanted: (path: string, dataset: Dataset) => boolean,
): Map<string, number[]> {
  const carried = new Map<string, number[]>();
  const visit = (group: Group, path: string): void => {
    for (const name of group.keys()) {
      const childPath = `${path}/${name}`;
      const child = from.get(childPath);
      if (child === null || !('keys' in child || 'metadata' in child)) continue;
      if ('keys' in child) {
        if (!groups.has(childPath)) {
          ensureGroup(to, childPath, groups);
          copyAttributes(child, to.get(childPath) as Group, from.filename);
        }
        visit(child, childPath);
      } else if (wanted(childPath, child as Dataset)) {
        ensureGroup(to, parentOf(childPath), groups);
        carried.set(childPath, copyDataset(child as Dataset, to, from.filename));
      }
    }
  };
  visit(from, '');
  return carried;
}

function copyDataset(dataset: Dataset, to: File, file: string): number[] {
  const shape = dataset.shape ?? [];
  const growable = dataset.metadata.maxshape?.some((limit, axis) => limit !== shape[axis]) ?? false;
  const copy = to.create_dataset({
    name: dataset.path,
    // The type says what the values are.
    data: dataset.value as Float64Array,
    shape,
    dtype: writableType(dataset, dataset.path, file),
    ...(growable && shape.length > 0
      ? { maxshape: shape.map(() => null), chunks: shape.map((n) => Math.max(n, 1)) }
      : {}),
  });
  copyAttributes(dataset, copy, file);
  return shape;
}

function copyAttributes(from: Group | Dataset, to: Group | Dataset, file: string): void {
  for (const [name, attribute] of Object.entries(from.attrs)) {
    const type = writableType(attribute, `${from.path}@${name}`, file);
    to.create_attribute(name, attribute.value as Float64Array, attribute.shape ?? [], type);
  }
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
