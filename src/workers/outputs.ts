import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { componentsOf } from '@/core/config';
import type { Failure } from '@/core/model';
import type { PairInput, PairResult } from '@/core/pair';
import { writeSpool } from '@/dataset';
import {
  adjointFolder,
  figurePath,
  logPath,
  spoolFile,
  writeFailure,
  type PairContext,
  type PairTask,
} from '@/executive';
import { adjointFiles } from './adjoints';
import { replaceFile } from './files';
import type { LogBook } from './log';

/** A pair that has been computed, with what it was computed from. */
export interface Computed {
  input: PairInput | null;
  result: PairResult;
  /** PNG; null where none is wanted, or none could be drawn. */
  figure: Uint8Array | null;
}

export interface Written {
  /** Names of the adjoint source files. */
  adjoints: string[];
  /** What kept the rest from being written. */
  failure: Failure | null;
}

/** Writes all that a pair leaves behind: adjoint sources, figure, spool record, and at last its log. */
export function writeOutputs(task: PairTask, context: PairContext, computed: Computed, log: LogBook): Written {
  const began = performance.now();
  const { parameters, folders } = context;
  const { input, result, figure } = computed;
  // Bands by themselves are for figures and views.
  const spooled = { ...result };
  delete spooled.bands;
  const adjoints: string[] = [];
  try {
    const folder = adjointFolder(folders, task.event);
    for (const { name, bytes } of adjointFiles(task.station, componentsOf(parameters), result)) {
      replaceFile(join(folder, name), bytes);
      adjoints.push(name);
    }
    for (const name of task.stale) if (!adjoints.includes(name)) rmSync(join(folder, name), { force: true });
    if (figure) replaceFile(figurePath(folders, task), figure);
    writeSpool(spoolFile(folders, task.evaluation, task), {
      key: { event: task.event, station: task.station },
      parameters,
      event: input?.event ?? null,
      station: input?.station ?? null,
      eventFile: task.files.eventFile,
      stationFiles: task.files.stationFiles,
      result: spooled,
    });
    result.timings.write = (performance.now() - began) / 1000;
    log.conclude(result);
    replaceFile(logPath(folders, task), log.text);
    return { adjoints, failure: null };
  } catch (error) {
    return { adjoints, failure: writeFailure(error, `${task.event} ${task.station}`) };
  }
}
