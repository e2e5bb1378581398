import type { Rejection } from '@/core/model';
import type { ComponentResult, PairResult } from '@/core/pair';
import { checksum } from '../../support/windowingCase';
import type { WantedPair } from './cases';
import { compareArray, compareSource, compareWindows, placed, type Note } from './compare';
import { relative, sameness, type AgreementStage, type Comparison } from './ledger';
import { signature, signatureDeviation, type Signature } from './signature';

export const bySignature = (own: Float64Array, wanted: Signature) => signatureDeviation(signature(own), wanted);

/** The traces after one stage.
 *  @param observedStage  the stage that the observed ones are judged by */
export function compareTraces(
  result: PairResult,
  wanted: WantedPair,
  stage: 'standardize' | 'preprocess',
  observedStage: AgreementStage = stage,
): Comparison[] {
  const { obs = {}, syn = {} } = wanted.stages[stage] ?? {};
  return result.components.flatMap(({ component, observed, synthetic }) =>
    placed(nameOf(wanted), component, [
      ...compareArray(observedStage, 'observed', observed.data, obs[component], bySignature),
      ...compareArray(stage, 'synthetic', synthetic.data, syn[component], bySignature),
    ]),
  );
}

/** Time offset, distance and backazimuth. */
export function compareGeometry({ timeOffset, geometry }: PairResult, wanted: WantedPair): Comparison[] {
  if (wanted.geometry === undefined) return [];
  const theirs = wanted.geometry.filter((value) => value !== null);
  const own = geometry === null ? [] : [geometry.distanceKm, geometry.backazimuthDeg];
  const deviation = relative([timeOffset, ...own], theirs);
  return placed(nameOf(wanted), '', [{ stage: 'standardize', quantity: 'offset, distance, backazimuth', deviation }]);
}

/** STA/LTA, rejections, windows, misfit and adjoint source of each component that either side has. */
export function compareMeasurement(result: PairResult, wanted: WantedPair): Comparison[] {
  const own = result.components.map(({ component }) => component);
  const theirs = Object.keys({ ...wanted.windows, ...wanted.sources });
  return [...new Set([...own, ...theirs])].flatMap((letter) => {
    const component = result.components.find((each) => each.component === letter);
    const missing: Note = { stage: 'windows', quantity: 'component', deviation: Infinity };
    return placed(nameOf(wanted), letter, component === undefined ? [missing] : compareComponent(component, wanted));
  });
}

function compareComponent(component: ComponentResult, wanted: WantedPair): Note[] {
  const { component: letter, stalta, windows, adjoint } = component;
  const { sources } = wanted;
  return [
    ...compareArray('STA/LTA', 'STA/LTA', stalta, wanted.stages.stalta?.['']?.[letter], bySignature),
    ...(wanted.rejected === undefined ? [] : [compareRejected(component, wanted.rejected[letter] ?? {})]),
    ...(wanted.windows === undefined ? [] : compareWindows(windows, wanted.windows[letter] ?? [])),
    ...(sources === undefined ? [] : compareSource(adjoint, sources[letter], bySignature)),
  ];
}

function compareRejected({ rejected }: ComponentResult, wanted: Partial<Record<Rejection, [number, number]>>): Note {
  const sums = Object.entries(rejected).map(([name, rows]): [string, [number, number]] => [
    name,
    [rows.length, checksum(rows)],
  ]);
  const deviation = sameness(sums.sort(byName), Object.entries(wanted).sort(byName));
  return { stage: 'windows', quantity: 'rejected', deviation };
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

export function nameOf({ pair: [event, station] }: WantedPair): string {
  return `${event} ${station}`;
}
