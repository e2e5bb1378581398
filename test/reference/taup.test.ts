import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arrivals, type EarthModel } from '@/core/traveltime';
import { hasReference, NO_REFERENCE, referenceJson } from '../support/reference';

type Row = [name: string, time: number, rayParameter: number];
/** Arrivals by "depth/distance". */
type Cases = Record<string, Row[]>;

/** Times that differ by less are one: their order in the reference is an accident of rounding. */
const TIE = 1e-6;
const MAX_TIME = 1e-5;
const MAX_RAY_PARAMETER = 1e-3;

interface Agreement {
  cases: number;
  arrivals: number;
  time: number;
  rayParameter: number;
  /** Cases whose lists differ, with what differs. */
  lists: string[];
}

/** By time, and by name and ray parameter where times are one. */
function inOrder(rows: Row[]): Row[] {
  const sorted = rows.toSorted((a, b) => a[1] - b[1]);
  for (let start = 0; start < sorted.length;) {
    let end = start + 1;
    while (end < sorted.length && sorted[end]![1] - sorted[end - 1]![1] < TIE) end++;
    const tied = sorted.slice(start, end).sort((a, b) => a[0].localeCompare(b[0]) || a[2] - b[2]);
    sorted.splice(start, end - start, ...tied);
    start = end;
  }
  return sorted;
}

function agreement(model: EarthModel, cases: Cases): Agreement {
  const result: Agreement = { cases: 0, arrivals: 0, time: 0, rayParameter: 0, lists: [] };
  for (const [key, rows] of Object.entries(cases)) {
    const [depth, distance] = key.split('/').map(Number) as [number, number];
    const own = inOrder(arrivals(model, depth, distance).map((a): Row => [a.name, a.time, a.rayParameter]));
    const expected = inOrder(rows);
    result.cases++;
    const names = own.map((row) => row[0]).join(' ');
    const expectedNames = expected.map((row) => row[0]).join(' ');
    if (names !== expectedNames) {
      result.lists.push(`${model} ${key}: ${names} instead of ${expectedNames}`);
      continue;
    }
    expected.forEach(([, time, p], i) => {
      result.arrivals++;
      result.time = Math.max(result.time, Math.abs(own[i]![1] - time));
      result.rayParameter = Math.max(result.rayParameter, Math.abs(own[i]![2] - p));
    });
  }
  return result;
}

function check(model: EarthModel, source: string, cases: Cases): void {
  const { lists, time, rayParameter, ...counts } = agreement(model, cases);
  console.log(
    `taup ${model} (${source}): ${counts.cases} cases, ${counts.arrivals} arrivals, ${lists.length} lists differ,` +
      ` time ${time.toExponential(1)} s (bound ${MAX_TIME}), ray parameter ${rayParameter.toExponential(1)} s/rad (bound ${MAX_RAY_PARAMETER})`,
  );
  expect(lists).toEqual([]);
  expect(time).toBeLessThan(MAX_TIME);
  expect(rayParameter).toBeLessThan(MAX_RAY_PARAMETER);
}

describe('arrivals of the default phases', () => {
  const committed = JSON.parse(readFileSync(resolve(import.meta.dirname, 'data/taup.json'), 'utf8')) as Record<
    EarthModel,
    Cases
  >;
  it.each(['ak135', 'iasp91', 'prem'] as const)('agree with ObsPy in the committed cases of %s', (model) => {
    check(model, 'committed', committed[model]);
  });

  it.skipIf(!hasReference)(`agree with the reference numbers${hasReference ? '' : ` (${NO_REFERENCE})`}`, () => {
    type Named = Record<string, { name: string; time: number; ray_param: number }[]>;
    const { models, extra_ak135: extra } = referenceJson<{ models: Record<string, Named>; extra_ak135: Named }>('taup');
    const rows = (cases: Named): Cases =>
      Object.fromEntries(
        Object.entries(cases).map(([key, list]) => [key, list.map((a): Row => [a.name, a.time, a.ray_param])]),
      );
    for (const [model, cases] of Object.entries(models)) check(model as EarthModel, 'reference', rows(cases));
    check('ak135', 'reference, further depths', rows(extra));
  });
});
