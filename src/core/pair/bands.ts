import type { AdjointSource, Rejection, Window } from '@/core/model';
import type { BandResult, ComponentResult } from './types';

/**
 * One component's results in several bands as one: misfit and adjoint source averaged over the bands that gave any,
 * windows, rejections and counts collected, traces and STA/LTA of the first band. Windows tell their band, and whether
 * they were set by hand where those of another band were not.
 * @param letter of a component that a band has at least
 */
export function combineBands(bands: readonly BandResult[], letter: string): ComponentResult {
  const found = bands.flatMap(({ components }, band) =>
    components.filter(({ component }) => component === letter).map((result) => ({ band, result })),
  );
  const results = found.map(({ result }) => result);
  const [first] = results;
  if (bands.length === 1) return first;
  const rejected: ComponentResult['rejected'] = {};
  for (const result of results) {
    for (const [name, rows] of Object.entries(result.rejected)) (rejected[name as Rejection] ??= []).push(...rows);
  }
  const sources = results.flatMap(({ adjoint }) => adjoint ?? []);
  const byHand = results.every((result) => result.byHand);
  const windows = found.flatMap(({ band, result }) =>
    result.windows.map((window): Window => ({
      ...window,
      band,
      ...(result.byHand && !byHand ? { byHand: true } : {}),
    })),
  );
  const rest = { ...first };
  delete rest.byHand;
  const funnel = first.funnel.map(([step], i): [string, number] => [step, sumAt(results, i)]);
  return { ...rest, windows, rejected, funnel, adjoint: average(sources), ...(byHand ? { byHand } : {}) };
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
