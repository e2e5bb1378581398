import { basename } from 'node:path';
import type { Nanoseconds, ProjectProblem } from '@/core/model';
import { startOfWaveforms } from '@/formats';
import { mapLimited, readHead } from '../files/fileReading';
import { fittingFiles } from '../files/inputList';
import { EVENT_ID, shownPath, splitPattern } from '../files/layout';
import type { EventEntry } from '../types';

/** Holds a record of miniSEED of any usual length. */
const HEAD_BYTES = 8192;
/** A record is of an event that is no farther from its start than this, ns. */
const FARTHEST = 3_600_000_000_000n;

/** Whether an input names files that lie beside each other, not in a folder per event. */
export function isLoose(path: string): boolean {
  const { folder, pattern } = splitPattern(path);
  return pattern !== null && !folder.includes(EVENT_ID);
}

/** The files of each event, of those that lie beside each other: all are of the only event there is; of several, each is
 *  of the one whose origin is nearest to its first sample.
 *  @param path a pattern of file names
 *  @param alone what the event is called where none is described */
export async function filesByTime(
  root: string,
  path: string,
  events: EventEntry[],
  alone: string,
): Promise<{ files: Map<string, string[]>; problems: ProjectProblem[] }> {
  const { folder, pattern } = splitPattern(path);
  const all = (await fittingFiles(folder, pattern ?? '*')) ?? [];
  if (events.length < 2) return { files: new Map([[events[0]?.id ?? alone, all]]), problems: [] };
  const starts = await mapLimited(all, 16, startOf);
  const files = new Map<string, string[]>();
  const left: string[] = [];
  all.forEach((file, i) => {
    const event = starts[i] === null ? null : nearest(events, starts[i]!);
    if (event === null) left.push(file);
    else files.set(event, [...(files.get(event) ?? []), file]);
  });
  return { files, problems: left.length === 0 ? [] : [ofNoEvent(root, path, left, events.length)] };
}

/** When the first sample of a file was taken; null where it does not tell, as SPECFEM's columns do not. */
async function startOf(file: string): Promise<Nanoseconds | null> {
  try {
    return startOfWaveforms(await readHead(file, HEAD_BYTES), basename(file));
  } catch {
    // What is wrong with it is told when it is read whole; until then it is nobody's.
    return null;
  }
}

function nearest(events: EventEntry[], start: Nanoseconds): string | null {
  let best: { id: string; off: bigint } | null = null;
  for (const { id, event } of events) {
    if (event === null) continue;
    const off = start > event.time ? start - event.time : event.time - start;
    if (off <= FARTHEST && (best === null || off < best.off)) best = { id, off };
  }
  return best?.id ?? null;
}

function ofNoEvent(root: string, path: string, files: string[], events: number): ProjectProblem {
  const first = basename(files[0]!);
  return {
    severity: 'warning',
    file: splitPattern(path).folder,
    message: `${files.length} of the files ${shownPath(root, path)}, such as ${first}, tell no time near any of the ${events} events`,
    advice: 'Put the files of each event into a folder named by it, or put {event_id} into the path.',
  };
}
