import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { componentsOf, type Parameters } from '@/core/config';
import type { PairOutcome } from '@/core/model';
import { makeFolder } from '@/dataset';
import { writeStationsFile } from '@/formats';
import { eventMisfit, misfitTable, toCsv } from '@/inspector';
import type { Project } from '@/project';
import { writeFailure } from '../disk/disk';
import { RunError } from '../processes/failures';
import { InputFiles } from '../journal/fingerprint';
import { residualPath, stationsAdjointPath, type RunFolders } from '../disk/folders';
import type { Journal } from '../journal/journal';
import type { TablesLine } from '../journal/journalLines';
import type { JournalState } from '../journal/journalReader';
import type { Logger } from '../processes/logger';

/** Raised whenever what sums up pairs is written in another way. */
const VERSION = 1;
/** Files that are written at the same time. */
const AT_ONCE = 4;

export interface ReportOptions {
  folders: RunFolders;
  journal: Journal;
  parameters: Parameters;
  stations: Project['stations'];
  state: JournalState;
  /** Digest of the configuration whose results are told. */
  config: string;
  /** Events of the run. */
  events: string[];
  logger: Logger;
}

/** Writes what sums up pairs: the misfit table, and of each event its residual and its STATIONS_ADJOINT. They tell what the
 *  journal knows, whatever this run has added to it. Files that tell it already stay as they are. */
export async function writeReports(options: ReportOptions): Promise<void> {
  const { folders, parameters, journal, state, config } = options;
  const { tables } = state;
  if (tables?.config === config && tables.stamp === (await stampOf(options))) return;
  const outcomes = state.outcomes(config);
  const byEvent = new Map<string, PairOutcome[]>(options.events.map((event) => [event, []]));
  for (const outcome of outcomes) byEvent.get(outcome.event)?.push(outcome);
  await severalAtOnce([
    () => writeWhole(folders.misfits, toCsv(misfitTable(outcomes, componentsOf(parameters)))),
    ...[...byEvent].map(
      ([event, pairs]) =>
        () =>
          writeResidual(options, event, pairs),
    ),
    ...[...stationsWithSources(options)].map(
      ([event, codes]) =>
        () =>
          writeStationsAdjoint(options, event, codes),
    ),
  ]);
  const line: TablesLine = { kind: 'tables', config, stamp: await stampOf(options) };
  await journal.append(line);
  state.add(line);
}

/** Each file waits for the disk. What was begun ends before an error is told: the caller gives up the project's lock then. */
async function severalAtOnce(writes: (() => Promise<void>)[]): Promise<void> {
  const errors: unknown[] = [];
  const write = async () => {
    for (let next = writes.shift(); next !== undefined && errors.length === 0; next = writes.shift()) {
      await next().catch((error: unknown) => errors.push(error));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, write));
  if (errors.length > 0) throw errors[0];
}

/** Changes with each of the files, and with all that they are made from but the pairs. */
async function stampOf({ folders, parameters, stations, events }: ReportOptions): Promise<string> {
  const ofEvents = events.flatMap((event) => [
    residualPath(folders, parameters, event),
    stationsAdjointPath(folders, event),
  ]);
  const files = [folders.misfits, ...ofEvents];
  const written = new InputFiles(folders.root);
  await written.look(files);
  return written.digest(files, [String(VERSION), ...[...stations.keys()].map((code) => stationLine(stations, code))]);
}

/** The event's misfit as a line of its own, which SeisFlows' workflow reads and sums up. With all digits: SeisFlows itself
 *  writes three. */
async function writeResidual({ folders, parameters }: ReportOptions, event: string, pairs: PairOutcome[]) {
  const misfit = eventMisfit(pairs);
  await replace(residualPath(folders, parameters, event), misfit === null ? null : `${misfit}\n`);
}

/** Stations of each event that have adjoint source files, which are those of the latest results. */
function stationsWithSources({ state, events }: ReportOptions): Map<string, string[]> {
  const codes = new Map<string, string[]>(events.map((event) => [event, []]));
  for (const record of state.records()) {
    const { event, station, adjoints } = record.head;
    if (adjoints.length > 0 && state.latest(record.head) === record) codes.get(event)?.push(station);
  }
  return codes;
}

async function writeStationsAdjoint({ folders, stations, logger }: ReportOptions, event: string, codes: string[]) {
  const lines = codes.sort().map((code) => {
    const line = stationLine(stations, code);
    if (line === '') logger.warn(`${code} is not in STATIONS_ADJOINT of ${event}: nothing tells where it is`);
    return line;
  });
  const text = lines.join('');
  await replace(stationsAdjointPath(folders, event), text === '' ? null : text);
}

/** A line of STATIONS as it stands where the project has that file, for there they hold what the mesh counts in; empty where
 *  nothing tells where the station is. */
function stationLine(stations: Project['stations'], code: string): string {
  const { line = null, station = null } = stations.get(code) ?? {};
  if (line !== null) return `${line}\n`;
  return station !== null && Number.isFinite(station.latitude) ? writeStationsFile([station]) : '';
}

/** Writes a file whole, or takes an earlier one away. */
async function replace(path: string, text: string | null): Promise<void> {
  if (text === null) return rmSync(path, { force: true });
  makeFolder(dirname(path));
  await writeWhole(path, text);
}

/** @throws RunError naming the file: the system does not say where a disk was full */
async function writeWhole(path: string, text: string): Promise<void> {
  try {
    await writeFileAtomic(path, text);
  } catch (error) {
    throw new RunError(writeFailure(error, path));
  }
}
