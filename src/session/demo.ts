import { existsSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '@/dataset';
import { generateDemo, type DemoOptions } from '@/demo';

/** Writes the demo project into a folder.
 *  @param advance told after each event how many of all are done */
export async function writeDemo(
  folder: string,
  options: DemoOptions,
  advance?: (done: number, total: number) => void,
): Promise<void> {
  const write = async (path: string, bytes: Uint8Array) => {
    const file = join(folder, path);
    makeFolder(dirname(file));
    await writeFile(file, bytes);
  };
  await generateDemo(options, write, advance);
}

/** The demo project of a size, made on the spot where it is not there yet. One that is there is whole: it is made under
 *  another name and renamed.
 *  @returns its folder */
export async function ensureDemo(parent: string, options: DemoOptions): Promise<string> {
  const folder = join(parent, `${options.events}-events-${options.stations}-stations`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.part`;
  await rm(unfinished, { recursive: true, force: true });
  await writeDemo(unfinished, options);
  await rename(unfinished, folder);
  return folder;
}
