import type { Parameters } from '@/core/config';
import type { AdjointSource, Rejection } from '@/core/model';
import type { PeriodBand } from './preprocess';
import type { ComponentResult } from './types';

/** The period bands to measure in. */
export function bandsOf(parameters: Parameters): PeriodBand[] {
  const { period_bands } = parameters.preprocess;
  if (period_bands === null) return [{ minPeriod: parameters.min_period, maxPeriod: parameters.max_period }];
  return period_bands.map(([minPeriod, maxPeriod]) => ({ minPeriod, maxPeriod }));
}

/**
 * One component's results in several bands as one: misfit and adjoint source averaged over the bands that gave any,
 * windows, rejections and counts collected, traces and STA/LTA of the first band.
 */
export function combineBands(results: readonly ComponentResult[]): ComponentResult {
  const [first] = results;
  if (results.length === 1) return first;
  const rejected: ComponentResult['rejected'] = {};
  for (const result of results) {
    for (const [name, rows] of Object.entries(result.rejected)) (rejected[name as Rejection] ??= []).push(...rows);
  }
  const sources = results.flatMap(({ adjoint }) => adjoint ?? []);
  const windows = results.flatMap((result) => result.windows);
  const funnel = first.funnel.map(([step], i): [string, number] => [step, sumAt(results, i)]);
  return { ...first, windows, rejected, funnel, adjoint: average(sources) };
}

/** The bands go through the same steps. */
function sumAt(results: readonly ComponentResult[], step: number): number {
  return results.reduce((sum, { funnel }) => sum + (funnel[step]?.[1] ?? 0), 0);
}

function average(sources: readonly AdjointSource[]): AdjointSource | null {
  const [first] = sources;
  if (first === undefined) return null;
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    ...first,
    misfit: mean(sources.map(({ misfit }) => misfit)),
    data: first.data.map((_, i) => mean(sources.map(({ data }) => data[i]))),
    windows: sources.flatMap(({ windows }) => windows),
  };
}
