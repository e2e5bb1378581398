import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import h5wasm, { type Dataset, type Group } from 'h5wasm/node';

/** All that a run has left in its folder, in a form that can be compared: files by their bytes, datasets object by object. */
export interface Snapshot {
  /** Digest of each file outside `.atoa` that is no dataset, by its path. */
  files: Record<string, string>;
  /** Of each dataset: digest of each object with its attributes, by its path. */
  datasets: Record<string, Record<string, string>>;
  /** What is left in `.atoa`: the journal alone. */
  state: string[];
}

export async function snapshot(folder: string): Promise<Snapshot> {
  await h5wasm.ready;
  const found: Snapshot = { files: {}, datasets: {}, state: [] };
  for (const path of listing(folder)) {
    if (path.startsWith('.atoa/')) found.state.push(path);
    else if (path.endsWith('.h5')) found.datasets[path] = objectsOf(join(folder, path));
    else found.files[path] = digest(readFileSync(join(folder, path)));
  }
  return found;
}

/** Opens every published dataset and looks at its root, as a reader could at any moment.
 *  @returns how many there were
 *  @throws where one is no whole file */
export function openDatasets(folder: string): number {
  const datasets = join(folder, 'datasets');
  const names = existsSync(datasets) ? readdirSync(datasets).filter((name) => name.endsWith('.h5')) : [];
  for (const name of names) {
    const file = new h5wasm.File(join(datasets, name), 'r');
    try {
      if (file.file_id < 0n || !file.keys().includes('AuxiliaryData')) throw new Error(`${name} is no whole dataset`);
    } finally {
      file.close();
    }
  }
  return names.length;
}

function objectsOf(path: string): Record<string, string> {
  const objects: Record<string, string> = {};
  const file = new h5wasm.File(path, 'r');
  try {
    describe('/', file, objects);
  } finally {
    file.close();
  }
  return objects;
}

function describe(path: string, object: Group | Dataset, objects: Record<string, string>): void {
  const attributes = Object.entries(object.attrs)
    .map(([name, { value, dtype }]) => `${name}=${String(value)}:${JSON.stringify(dtype)}`)
    .sort();
  if ('shape' in object) {
    const { shape, dtype, value } = object;
    const bytes = ArrayBuffer.isView(value) ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : '';
    objects[path] = digest(`${JSON.stringify(shape)} ${JSON.stringify(dtype)} ${attributes.join('\n')}`, bytes);
    return;
  }
  objects[path] = digest(attributes.join('\n'));
  const group = object as Group;
  for (const name of group.keys()) {
    describe(`${path === '/' ? '' : path}/${name}`, group.get(name) as Group | Dataset, objects);
  }
}

/** Paths of all files below a folder, also where a link leads, sorted. */
function listing(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below)).flatMap((name) => {
    const path = join(below, name);
    return statSync(join(folder, path)).isDirectory() ? listing(folder, path).sort() : [path];
  });
}

function digest(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 16);
}
