import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { componentsOf, type Parameters } from '@/core/config';
import type { PairOutcome, PartnerOutcome } from '@/core/model';
import {
  isDoubleDifference,
  measureDifferences,
  type ComponentResult,
  type MeasuredStationPair,
  type PairResult,
} from '@/core/pair';
import { readSpool, writeSpool, type SpoolRecord } from '@/dataset';
import {
  adjointFolder,
  logPath,
  spoolFile,
  type DifferencesReply,
  type HeldPair,
  type MeasuredPair,
  type PairContext,
} from '@/executive';
import { adjointFiles } from './adjoints';
import { replaceFile } from './files';

interface Prepared extends HeldPair {
  path: string;
  record: SpoolRecord;
}

/** Measures an event's double differences when all its pairs are prepared: their traces and windows lie in the spool.
 *  Completes there, and in the outcomes, what the pairs could not know alone, and writes the adjoint sources.
 *  @throws DatasetError for a spool file that cannot be read */
export function measureEvent(held: HeldPair[], { parameters, folders }: PairContext): DifferencesReply {
  const type = parameters.adj_src_type;
  if (!isDoubleDifference(type)) throw new Error(`${type} is not measured between stations`);
  const prepared = held
    .filter(({ outcome }) => outcome.status === 'ok')
    .map((each): Prepared => {
      const path = spoolFile(folders, each.evaluation, each.outcome);
      return { ...each, path, record: readSpool(path) };
    });
  const stations = prepared.map(({ record: { key, station, result } }) => {
    return { code: key.station, station, components: result.components };
  });
  const { components, pairs } = measureDifferences(type, stations, parameters);
  const measured = prepared.map(({ path, record, outcome }): MeasuredPair => {
    const result = completed(record.result, components.get(record.key.station)!, parameters);
    const folder = adjointFolder(folders, record.key.event);
    const adjoints = adjointFiles(record.key.station, componentsOf(parameters), result).map(({ name, bytes }) => {
      replaceFile(join(folder, name), bytes);
      return name;
    });
    writeSpool(path, { ...record, result });
    const completedOutcome = withDifferences(outcome, result, pairs);
    appendFileSync(logPath(folders, record.key), logLine(completedOutcome));
    return { outcome: completedOutcome, adjoints };
  });
  const failed = held
    .filter(({ outcome }) => outcome.status !== 'ok')
    .map(({ outcome }) => ({ outcome, adjoints: [] }));
  return { kind: 'differences', pairs: [...measured, ...failed] };
}

function completed(result: PairResult, components: ComponentResult[], { adj_src_type }: Parameters): PairResult {
  const sources = components.flatMap(({ adjoint }) => adjoint ?? []);
  if (sources.length > 0) {
    return { ...result, components, misfit: sources.reduce((sum, { misfit }) => sum + misfit, 0) };
  }
  const warnings = [...result.warnings, `no similar station is within reach: ${adj_src_type} was not measured`];
  return { ...result, components, misfit: null, warnings };
}

function withDifferences(outcome: PairOutcome, result: PairResult, pairs: MeasuredStationPair[]): PairOutcome {
  const components = result.components.map(({ component, adjoint }) => {
    return [component, { ...outcome.components[component]!, misfit: adjoint?.misfit ?? null }];
  });
  const partners = pairs
    .filter(({ a }) => a === outcome.station)
    .map(({ component, b, distanceKm, similarity, windows, misfit }): PartnerOutcome => {
      return { component, station: b, distanceKm, similarity, windows: windows.length, misfit };
    });
  const { misfit, warnings } = result;
  return { ...outcome, misfit, warnings, components: Object.fromEntries(components), partners };
}

function logLine({ misfit, partners = [] }: PairOutcome): string {
  const first = `first of ${partners.length} station pairs`;
  return `INFO     | double differences: misfit ${misfit ?? 'none'}, ${first}\n`;
}
