import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { writeDemo } from '@/session';
import { plural } from '../plural';
import { UsageError } from '../usage';

export interface DemoOptions {
  events: number;
  stations: number;
  seed: number;
}

/** Writes the demo project into a new or empty folder.
 *  @throws UsageError where something is in the folder already */
export async function demo(folder: string, options: DemoOptions): Promise<number> {
  const path = resolve(folder);
  const content = await readdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (content.length > 0) throw new UsageError(`${path} is not empty; name a new folder for the demo project`);
  const advance = (done: number, total: number) => process.stderr.write(`\r${done} of ${total} events`);
  await writeDemo(path, options, process.stderr.isTTY ? advance : undefined);
  if (process.stderr.isTTY) process.stderr.write('\r');
  console.log(`${plural(options.events, 'event')} and ${plural(options.stations, 'station')} are in ${path}`);
  console.log(`Next: atoa open ${folder}   or: atoa run ${folder}`);
  return 0;
}
