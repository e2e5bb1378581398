import { componentsOf, periodBands, type Parameters } from '@/core/config';
import { measureDoubleDifference, type DoubleDifferenceType } from '@/core/misfit';
import type { AdjointSource, WindowMeasurement } from '@/core/model';
import { spansOf } from '../spans';
import type { ComponentResult } from '../types';
import { choosePartners } from './partners';
import type { DifferenceStation, MeasuredStationPair, StationPair } from './types';

export interface EventDifferences {
  /** By station, as given: adjoint sources are the sums over all pairs that a station is in. */
  components: Map<string, ComponentResult[]>;
  /** By component, then the most similar first. */
  pairs: MeasuredStationPair[];
}

/** True for misfit functions between two stations. */
export function isDoubleDifference(type: string): type is DoubleDifferenceType {
  return type.endsWith('_dd');
}

/**
 * Measures the double differences of all stations of an event that are chosen as partners. A pair's misfit is shared: half
 * of it counts for each station, so that the sum over stations is that over pairs.
 * @param type      the misfit function
 * @param stations  preprocessed and windowed, in any order; the result does not depend on it
 * @see Yuan, Simons & Tromp 2016, eqs. 14-19
 */
export function measureDifferences(
  type: DoubleDifferenceType,
  stations: readonly DifferenceStation[],
  parameters: Parameters,
): EventDifferences {
  const located = stations.map((each) => ({ ...each, station: isLocated(each) ? each.station : null }));
  const sums = new Map<string, Map<string, AdjointSource>>(stations.map(({ code }) => [code, new Map()]));
  const byCode = new Map(stations.map((each) => [each.code, each]));
  const pairs = componentsOf(parameters).flatMap((component) =>
    choosePartners(located, component, parameters).flatMap((pair): MeasuredStationPair[] => {
      const [a, b] = [pair.a, pair.b].map((code) => find(byCode.get(code)!, component));
      const { misfit, adjointA, adjointB, windows, windowsB } = measurePair(type, a, b, pair, parameters);
      if (windows.length === 0) return [];
      add(sums.get(pair.a)!, sourceOf(type, a, parameters), misfit / 2, adjointA, windows);
      add(sums.get(pair.b)!, sourceOf(type, b, parameters), misfit / 2, adjointB, windowsB);
      return [{ ...pair, misfit }];
    }),
  );
  const components = stations.map(({ code, components: all }): [string, ComponentResult[]] => [
    code,
    all.map((each) => ({ ...each, adjoint: sums.get(code)!.get(each.component) ?? null })),
  ]);
  return { components: new Map(components), pairs };
}

function isLocated({ station }: DifferenceStation): boolean {
  return station !== null && Math.abs(station.latitude) <= 90 && Math.abs(station.longitude) <= 360;
}

function find({ components }: DifferenceStation, component: string): ComponentResult {
  return components.find((each) => each.component === component)!;
}

function measurePair(
  type: DoubleDifferenceType,
  a: ComponentResult,
  b: ComponentResult,
  pair: StationPair,
  parameters: Parameters,
) {
  const [spansA, spansB] = [a, b].map((each) => spansOf(each, parameters));
  const [windowsA, windowsOfB] = [pair.windows.map(([i]) => spansA[i]), pair.windows.map(([, j]) => spansB[j])];
  const [{ minPeriod, maxPeriod }] = periodBands(parameters);
  const measured = measureDoubleDifference(type, {
    observedA: a.observed.data,
    syntheticA: a.synthetic.data,
    windowsA,
    observedB: b.observed.data,
    syntheticB: b.synthetic.data,
    windowsB: windowsOfB,
    delta: a.synthetic.delta,
    parameters: parameters.pyadjoint_parameters,
    context: { minPeriod, maxPeriod, conventions: parameters.conventions },
  });
  // Some may have been left out; they are told by their start at A.
  const windowsB = measured.windows.map((window) => {
    const k = windowsA.findIndex(([left]) => Math.abs(left - window.left) < a.synthetic.delta);
    const left = windowsOfB[k]?.[0] ?? window.left;
    return { ...window, left, right: left + window.right - window.left };
  });
  return { ...measured, windowsB };
}

function sourceOf(type: DoubleDifferenceType, { component, synthetic }: ComponentResult, parameters: Parameters) {
  const [{ minPeriod, maxPeriod }] = periodBands(parameters);
  const { channel, delta, data } = synthetic;
  return (): AdjointSource => ({
    ...{ type, channel, component, misfit: 0, delta, minPeriod, maxPeriod, windows: [] },
    data: new Float64Array(data.length),
  });
}

function add(
  sources: Map<string, AdjointSource>,
  make: () => AdjointSource,
  misfit: number,
  data: Float64Array,
  windows: readonly WindowMeasurement[],
): void {
  const fresh = make();
  const source = sources.get(fresh.component) ?? fresh;
  sources.set(source.component, source);
  source.misfit += misfit;
  for (let i = 0; i < data.length; i++) source.data[i] += data[i];
  source.windows.push(...windows);
}
