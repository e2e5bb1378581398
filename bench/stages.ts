import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ADJOINT_SOURCE_TYPES, type Parameters } from '@/core/config';
import { processPair, type PairInput, type PairResult } from '@/core/pair';
import { commitEvent, writeSpool, type SpoolRecord } from '@/dataset';
import { drawPair, toPng, toSvg } from '@/figures';
import { writeAdjointSource } from '@/formats';
import { expandSelection, Gatherer, openProject, pairFiles, type PairFiles } from '@/project';
import type { BenchCase } from './cases/case';
import { processorMs, processorMsOf, processorSeconds } from './processor';
import { median } from './statistics';
import { printTable } from './table';

/** ms of processor time a pair. */
export type StageTimes = Record<string, number>;

const STAGES = ['standardize', 'preprocess', 'window', 'measure'] as const;

/** What each stage of a pair takes on one core, warm, by processor time. */
export async function benchStages(
  cases: BenchCase[],
  repeats: number,
  figures: boolean,
): Promise<Record<string, StageTimes>> {
  const results: Record<string, StageTimes> = {};
  for (const each of cases) results[each.name] = await stagesOf(each, repeats, figures);
  const names = [...new Set(Object.values(results).flatMap((times) => Object.keys(times)))];
  printTable(
    'One core, ms of processor time a pair (medians)',
    ['stage', ...Object.keys(results)],
    names.map((name) => [name, ...Object.values(results).map((times) => times[name] ?? null)]),
  );
  return results;
}

async function stagesOf({ project: path }: BenchCase, repeats: number, figures: boolean): Promise<StageTimes> {
  const project = await openProject(path);
  const { parameters } = project;
  const pairs = expandSelection(project, { events: [], stations: [] });
  const files = pairs.map((pair) => pairFiles(project, pair.event, pair.station, pair.channels));
  const gatherer = new Gatherer();
  const read = await processorMsOf(repeats, (i) => gatherer.gather(files[i % files.length]!, parameters));
  const input = await gatherer.gather(files[0]!, parameters);
  const result = processPair(input, parameters);
  const times: StageTimes = { read, ...workflowMs(input, parameters, repeats) };
  times.adjoint = processorMs(repeats, () => {
    for (const { adjoint, synthetic } of result.components) {
      if (adjoint) writeAdjointSource(result.timeOffset, synthetic.delta, adjoint.data);
    }
  });
  const folder = mkdtempSync(join(path, '../stages-'));
  try {
    Object.assign(times, await storageMs(folder, files[0]!, input, parameters, result, repeats));
  } finally {
    rmSync(folder, { recursive: true });
  }
  if (figures) Object.assign(times, figureMs(files[0]!, input, parameters, result));
  for (const type of ADJOINT_SOURCE_TYPES) {
    if (type.endsWith('_dd')) continue;
    times[`measure ${type}`] = workflowMs(
      input,
      { ...parameters, adj_src_type: type },
      Math.ceil(repeats / 3),
    ).measure!;
  }
  return times;
}

function workflowMs(input: PairInput, parameters: Parameters, repeats: number): StageTimes {
  const runs = Array.from({ length: repeats + 3 }, () =>
    processPair(input, parameters, () => undefined, processorSeconds),
  ).slice(3);
  const times: StageTimes = {};
  for (const stage of STAGES) times[stage] = 1000 * median(runs.map(({ timings }) => timings[stage] ?? 0));
  return times;
}

/** The spool file of a pair, and its share of the dataset of an event with ten. */
async function storageMs(
  folder: string,
  { event, eventFile, stationFiles }: PairFiles,
  input: PairInput,
  parameters: Parameters,
  result: PairResult,
  repeats: number,
): Promise<StageTimes> {
  const spools = Array.from({ length: 10 }, (_, i) => join(folder, `${i}.spool`));
  const recordOf = (i: number): SpoolRecord => {
    const rename = <T extends { station: string }>(trace: T): T => ({ ...trace, station: `S${i}` });
    const components = result.components.map((each) => ({
      ...each,
      observed: rename(each.observed),
      synthetic: rename(each.synthetic),
    }));
    return {
      ...{ key: { event, station: `XX.S${i}` }, parameters, eventFile, stationFiles },
      ...{ event: input.event, station: input.station, result: { ...result, components } },
    };
  };
  const records = spools.map((_, i) => recordOf(i));
  let next = 0;
  const spool = processorMs(Math.max(repeats, 10), () => {
    const i = next++ % 10;
    writeSpool(spools[i]!, records[i]!);
  });
  let target = 0;
  const commit = await processorMsOf(5, () => commitEvent({ target: join(folder, `${target++}.h5`), event, spools }));
  return { spool, dataset: commit / 10 };
}

function figureMs(
  { event, station }: PairFiles,
  { event: source, station: receiver }: PairInput,
  parameters: Parameters,
  result: PairResult,
): StageTimes {
  const draw = () => drawPair({ key: { event, station }, event: source, station: receiver, parameters, result });
  const drawing = draw();
  return {
    'figure SVG': processorMs(5, () => toSvg(draw())),
    'figure PNG': processorMs(5, () => toPng(drawing, drawing.width)),
  };
}
