import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { PairKey } from '@/core/model';
import { pairFiles, type Project } from '@/project';

/** What the inputs of an event's pairs are: the same wherever they lie. */
export interface InputDigest {
  /** Files. */
  files: number;
  /** SHA-256 of names and contents. */
  sha256: string;
}

/** Fingerprints of the input files of pairs, by event: of their contents, as times of files change when they are copied.
 *  @param advance told how many of all events are done; returns whether to go on
 *  @returns null where it was not to go on */
export async function digestInputs(
  project: Project,
  pairs: Iterable<PairKey>,
  advance: (done: number, total: number) => boolean = () => true,
): Promise<Record<string, InputDigest> | null> {
  const byEvent = new Map<string, Set<string>>();
  for (const { event, station } of pairs) {
    if (!project.events.has(event) || !project.stations.has(station)) continue;
    const files = byEvent.get(event) ?? new Set();
    byEvent.set(event, files);
    const { eventFile, stationFiles, observed, synthetic } = pairFiles(project, event, station);
    for (const file of [eventFile, ...stationFiles, ...observed, ...synthetic]) if (file !== null) files.add(file);
  }
  const known = new Map<string, Promise<string>>();
  const digests: Record<string, InputDigest> = {};
  let done = 0;
  for (const event of [...byEvent.keys()].sort()) {
    if (!advance(done++, byEvent.size)) return null;
    const lines: string[] = [];
    // One after the other: they come from one disk, and a day archive's are shared between events.
    for (const file of byEvent.get(event)!) {
      let digest = known.get(file);
      if (!digest) known.set(file, (digest = digestOf(file)));
      lines.push(`${basename(file)} ${await digest}\n`);
    }
    digests[event] = { files: lines.length, sha256: createHash('sha256').update(lines.sort().join('')).digest('hex') };
  }
  advance(done, byEvent.size);
  return digests;
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) hash.update(chunk);
    return hash.digest('hex');
  } catch {
    return 'unreadable';
  }
}
