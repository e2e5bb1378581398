import { readFile, rename } from 'node:fs/promises';
import { basename } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { savedSelection, type SavedSelection } from '@/api';
import { makeFolder } from '@/dataset';
import { SessionError } from './error';

const VERSION = 1;
const file = z.looseObject({ version: z.literal(VERSION), selections: z.array(z.unknown()) });

export interface SelectionsReading {
  selections: SavedSelection[];
  /** What is wrong with the file; null where nothing is. */
  damage: string | null;
}

/** Reads a file of selections, what of it can be read. One that is not there is empty.
 *  @throws SessionError where there is one that may not be read */
export async function readSelections(path: string): Promise<SelectionsReading> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null;
    throw new SessionError('unreadable', `${path} cannot be read.`, 'Check its permissions.', cause);
  });
  if (text === null) return { selections: [], damage: null };
  const content = parseJson(text);
  if (content instanceof Error) return { selections: [], damage: content.message };
  const parsed = file.safeParse(content);
  if (!parsed.success) return { selections: [], damage: 'it is not a list of selections of this version' };
  const entries = parsed.data.selections.map((entry) => savedSelection.safeParse(entry));
  const selections = entries.flatMap(({ data }) => (data === undefined ? [] : [data]));
  const bad = entries.length - selections.length;
  return { selections, damage: bad === 0 ? null : `${bad} of its ${entries.length} selections cannot be understood` };
}

/** Writes a file of selections in one piece. A damaged one is put aside before.
 *  @throws SessionError where it cannot be written */
export async function writeSelections(
  path: string,
  folder: string,
  selections: SavedSelection[],
  damaged: boolean,
): Promise<void> {
  try {
    makeFolder(folder);
    if (damaged) await rename(path, asidePath(path));
    await writeFileAtomic(path, `${JSON.stringify({ version: VERSION, selections }, null, 1)}\n`);
  } catch (cause) {
    throw new SessionError('not-written', `${path} cannot be written.`, 'Check its permissions, and the disk.', cause);
  }
}

/** Where a damaged file goes; the moment keeps an older one from being overwritten. */
function asidePath(path: string): string {
  return `${path}.damaged-${new Date().toISOString().replaceAll(':', '')}`;
}

/** What the user is told of a damaged file. */
export function damageNotice(path: string, damage: string): string {
  return `${basename(path)} is damaged: ${damage}. It is left as it is, and put aside beside its place when a selection is saved.`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
