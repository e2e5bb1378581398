import type { Api, HandDecision, HandWindows, PairDetail, Verdict } from '@/api';
import { comparePairs, pairId, type PairKey } from '@/core/model';
import { fakeDetail, fakeOutcome } from './fakePair';

/** Windows by hand of the stand-in engine: kept in memory, and measured by rolling dice. */
export class FakeHand {
  readonly #decisions = new Map<string, HandDecision>();
  #made: HandDecision[] = [];

  /** A detail with the decision that holds for its pair. */
  marked(detail: PairDetail): PairDetail {
    const decision = this.#decisions.get(pairId(detail));
    if (!decision || decision.verdict === 'withdrawn') return detail;
    const { verdict, by, at, note } = decision;
    const marked = { ...detail, hand: { verdict, by, at, note } };
    if (verdict === 'accepted') return marked;
    const windows = verdict === 'edited' ? decision.windows : { E: [], N: [], Z: [] };
    return { ...this.measured(marked, windows), source: 'run' };
  }

  measured(detail: PairDetail, windows: HandWindows): PairDetail {
    const components = detail.components.map((each) => {
      const wanted = windows[each.component];
      if (wanted === undefined) return each;
      const sample = (time: number) => Math.round((time - detail.timeOffset) / each.delta);
      const drawn = wanted.map(({ left: from, right: to }) => {
        const [left, right] = [sample(from), sample(to)];
        const bounds = { left, right, center: Math.round((left + right) / 2) };
        const fit = { cc: 0.9, shiftSamples: 4, shiftSeconds: 4 * each.delta, dlnA: 0.1, weight: 2 };
        const { delta } = each;
        return { channelId: each.observedChannel, ...bounds, delta, minPeriod: 10, ...fit, phases: [], misfit: 0.2 };
      });
      const misfit = drawn.length > 0 ? 0.2 * drawn.length : null;
      return { ...each, windows: drawn, misfit, rejected: {}, byHand: true as const };
    });
    return { ...detail, components, source: 'computed' };
  }

  async decide(key: PairKey, verdict: Verdict, windows: HandWindows, note: string) {
    const mark = { verdict, by: 'anna', at: new Date().toISOString(), note };
    const decision = { ...key, evaluation: 'default', ...mark, windows };
    this.#decisions.set(pairId(key), decision);
    this.#made = [decision, ...this.#made];
    const outcome = fakeOutcome(key);
    return { outcome: verdict === 'withdrawn' ? outcome : { ...outcome, hand: mark }, pending: false };
  }

  history(key: PairKey): HandDecision[] {
    return this.#made.filter((decision) => pairId(decision) === pairId(key));
  }

  decisions(): HandDecision[] {
    return [...this.#decisions.values()].sort(comparePairs);
  }
}

/** Stored results of the stand-in engine: two evaluations of every pair.
 *  @param stations codes of the open project */
export function fakeEvaluations(
  stations: () => string[],
): Pick<Api, 'pairEvaluations' | 'evaluationDetail' | 'recordSection'> {
  return {
    pairEvaluations: async (key) => {
      const { misfit, nwin } = fakeOutcome(key);
      return [
        { evaluation: 'i01/s00', misfit: misfit === null ? null : 1.4 * misfit, nwin },
        { evaluation: 'i01/s01', misfit, nwin },
      ];
    },
    evaluationDetail: async ({ event, station, width }) => {
      const detail = fakeDetail({ event, station }, width);
      const components = detail.components.map((each) => ({ ...each, stalta: null, rejected: {}, funnel: [] }));
      return { ...detail, components };
    },
    recordSection: async ({ event, component, width }) => {
      const traces = stations().flatMap((station) => {
        const { components, timeOffset, outcome } = fakeDetail({ event, station }, width);
        const found = components.find((each) => each.component === component);
        if (!found) return [];
        const { observed, synthetic, delta } = found;
        const windows = found.windows.map(({ left, right }) => {
          return { left: timeOffset + left * delta, right: timeOffset + right * delta };
        });
        const { distanceKm, azimuthDeg } = outcome!;
        return [{ station, distanceKm, azimuthDeg, timeOffset, observed, synthetic, windows }];
      });
      traces.sort((a, b) => a.distanceKm! - b.distanceKm!);
      const ends = [traces[0]?.distanceKm ?? 0, traces.at(-1)?.distanceKm ?? 0];
      const along = (speed: number) => ends.map((km): [number, number] => [km, km / speed]);
      const arrivals = [
        { phase: 'P', points: along(8) },
        { phase: 'S', points: along(4.5) },
      ];
      return {
        event,
        component,
        band: { minPeriod: 10, maxPeriod: 100 },
        isOneOfBands: false,
        traces,
        withoutBands: 0,
        arrivals,
      };
    },
  };
}
