import { copyFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { componentsOf } from '@/core/config';
import { pairId, type PairKey } from '@/core/model';
import { makeFolder } from '@/dataset';
import { adjointFolder, readWrittenAdjoints, RunError, stationsAdjointPath, writeFailure } from '@/executive';
import { outputFolders, type OutputFolders, type Project } from '@/project';
import { writeWhole } from './files';
import { Findings } from './findings';

type Written = Awaited<ReturnType<typeof readWrittenAdjoints>>[number];

/** Files that are copied at a time. */
const TOGETHER = 16;

export interface AdjointOrder {
  project: Project;
  /** Those wanted; some may have none. */
  pairs: Iterable<PairKey>;
  /** Each event gets a folder in it, with SEM/NN.SSS.CCC.adj and STATIONS_ADJOINT as SPECFEM looks for them. */
  folder: string;
  /** Where `atoa run --out` put its outputs. */
  out?: string | undefined;
}

export interface AdjointReport {
  events: number;
  files: number;
  findings: Findings;
}

/** Copies adjoint sources into folders laid out for SPECFEM, and checks that each row of STATIONS_ADJOINT has its files.
 *  @param advance told how many of all stations are done; returns whether to go on
 *  @throws RunError where nothing can be written there */
export async function exportAdjointSources(
  order: AdjointOrder,
  advance: (done: number, total: number) => boolean = () => true,
): Promise<AdjointReport> {
  const { project, pairs, folder, out } = order;
  const folders = outputFolders(project, out);
  const findings = new Findings();
  const chosen = new Set(Array.from(pairs, pairId));
  const byEvent = new Map<string, Written[]>();
  for (const written of await readWrittenAdjoints(project, out)) {
    const { event, station } = written;
    if (!chosen.has(pairId(written))) continue;
    if (!written.isPresent) {
      findings.add(`${event}: the adjoint sources of ${station} are of other parameters. Run it again.`);
      continue;
    }
    const stations = byEvent.get(event);
    if (stations) stations.push(written);
    else byEvent.set(event, [written]);
  }
  const total = [...byEvent.values()].reduce((sum, { length }) => sum + length, 0);
  const components = componentsOf(project.parameters).length;
  let done = 0;
  let files = 0;
  let events = 0;
  for (const [event, stations] of byEvent) {
    if (!advance(done, total)) break;
    files += await exportEvent(folders, event, stations, join(folder, event), components, findings);
    done += stations.length;
    events++;
  }
  advance(done, total);
  if (total === 0) findings.add('None of these pairs has adjoint sources.');
  return { events, files, findings };
}

/** @returns how many files were copied */
async function exportEvent(
  folders: OutputFolders,
  event: string,
  stations: Written[],
  target: string,
  components: number,
  findings: Findings,
): Promise<number> {
  const source = adjointFolder(folders, event);
  const sem = join(target, 'SEM');
  try {
    makeFolder(sem);
    const present = new Set(await readdir(source));
    const names = stations.flatMap((each) => each.names);
    const copied = names.filter((name) => present.has(name));
    for (let at = 0; at < copied.length; at += TOGETHER) {
      await Promise.all(copied.slice(at, at + TOGETHER).map((name) => copyFile(join(source, name), join(sem, name))));
    }
    const rows = await writeStations(stationsAdjointPath(folders, event), join(target, 'STATIONS_ADJOINT'), stations);
    await check({ event, stations, rows, sem, components }, findings);
    return copied.length;
  } catch (error) {
    throw error instanceof RunError ? error : new RunError(writeFailure(error, target));
  }
}

/** Rows of the chosen stations, as they stand.
 *  @returns their codes NN.SSS */
async function writeStations(source: string, target: string, stations: Written[]): Promise<Set<string>> {
  const wanted = new Set(stations.map(({ station }) => station));
  const text = await readFile(source, 'utf8').catch(() => '');
  const lines = text.split('\n').filter((line) => wanted.has(codeOf(line)));
  await writeWhole(target, lines.map((line) => `${line}\n`).join(''));
  return new Set(lines.map(codeOf));
}

/** A row begins with station and network. */
function codeOf(line: string): string {
  const [station = '', network = ''] = line.trim().split(/\s+/);
  return `${network}.${station}`;
}

interface Exported {
  event: string;
  stations: Written[];
  /** Codes in STATIONS_ADJOINT. */
  rows: Set<string>;
  sem: string;
  components: number;
}

/** Looks at what lies there now, whatever was meant to. */
async function check({ event, stations, rows, sem, components }: Exported, findings: Findings): Promise<void> {
  const counts = new Map<string, number>();
  const expected = new Set(stations.flatMap(({ names }) => names));
  let foreign = 0;
  for (const name of await readdir(sem)) {
    if (!expected.has(name)) foreign++;
    const code = name.split('.').slice(0, 2).join('.');
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  for (const { station } of stations) {
    const count = counts.get(station) ?? 0;
    if (!rows.has(station))
      findings.add(`${event}: ${station} is not in STATIONS_ADJOINT; SPECFEM would leave it out.`);
    else if (count < components) {
      findings.add(`${event}: ${station} has ${count} of ${components} files of adjoint sources. Run it again.`);
    }
  }
  if (foreign > 0) findings.add(`${event}: ${foreign} other files lie in ${sem}; they were there before.`);
}
