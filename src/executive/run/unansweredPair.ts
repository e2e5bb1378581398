import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { handMark, type Failure, type PairOutcome } from '@/core/model';
import { makeFolder } from '@/dataset';
import { adjointFolder, logPath, spoolFile, type RunFolders } from '../disk/folders';
import type { PairTask } from '../tasks';

/** The outcome of a pair that no worker could answer for. */
export function outcomeWithoutWorker({ event, station, hand }: PairTask, failure: Failure): PairOutcome {
  return {
    ...{ event, station, status: 'failed', misfit: null, nwin: 0, components: {} },
    ...{ distanceKm: null, azimuthDeg: null, backazimuthDeg: null },
    ...{ error: failure, warnings: [], seconds: 0, timings: {} },
    ...(hand === null ? {} : { hand: handMark(hand) }),
  };
}

/** Does for such a pair what its worker would have done: takes away earlier results, and writes its log. */
export function leaveOutputs(folders: RunFolders, task: PairTask, failure: Failure): void {
  for (const name of task.stale) rmSync(join(adjointFolder(folders, task.event), name), { force: true });
  rmSync(spoolFile(folders, task.evaluation, task), { force: true });
  const path = logPath(folders, task);
  makeFolder(dirname(path));
  const lines = [`${task.event} ${task.station}`, `failed: ${failure.message}`, failure.advice, failure.cause];
  writeFileSync(path, `${lines.filter((line) => line !== null).join('\n')}\n`);
}
