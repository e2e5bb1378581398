import {
  comparePairs,
  type ComponentOutcome,
  type PairOutcome,
  type PartnerOutcome,
  type WindowSummary,
} from '@/core/model';
import { rowTests, type RowFilter, type RowTests } from './filter';

/** A window with what it belongs to. */
export interface WindowRow {
  outcome: PairOutcome;
  component: string;
  measured: ComponentOutcome;
  /** Place among the windows of its component, in the order of time. */
  index: number;
  window: WindowSummary;
}

/** Two stations of an event that were compared by a double difference, on one component. */
export interface StationPairRow {
  outcome: PairOutcome;
  partner: PartnerOutcome;
}

/** Outcomes by event and station; an event's are sorted when its turn comes. */
export function* inOrder(outcomes: Iterable<PairOutcome>): Generator<PairOutcome> {
  const events = new Map<string, PairOutcome[]>();
  for (const outcome of outcomes) {
    const ofEvent = events.get(outcome.event);
    if (ofEvent) ofEvent.push(outcome);
    else events.set(outcome.event, [outcome]);
  }
  for (const event of [...events.keys()].sort()) yield* events.get(event)!.sort(comparePairs);
}

export function* pairRows(outcomes: Iterable<PairOutcome>, tests: RowTests): Generator<PairOutcome> {
  for (const outcome of inOrder(outcomes)) if (tests.pair(outcome)) yield outcome;
}

/** The pairs that a filter leaves, by event and station. */
export function chosenPairs(outcomes: Iterable<PairOutcome>, filter: RowFilter): Iterable<PairOutcome> {
  return pairRows(outcomes, rowTests(filter));
}

/** By event, station, component and time. */
export function* windowRows(outcomes: Iterable<PairOutcome>, tests: RowTests): Generator<WindowRow> {
  for (const outcome of pairRows(outcomes, tests)) {
    for (const component of Object.keys(outcome.components).sort()) {
      if (!tests.component(component)) continue;
      const measured = outcome.components[component]!;
      const windows = [...measured.windows].sort((a, b) => a.left - b.left || a.right - b.right);
      for (const [index, window] of windows.entries()) {
        if (tests.window(window)) yield { outcome, component, measured, index, window };
      }
    }
  }
}

/** By event, both stations and component. */
export function* stationPairRows(outcomes: Iterable<PairOutcome>, tests: RowTests): Generator<StationPairRow> {
  for (const outcome of inOrder(outcomes)) {
    const partners = [...(outcome.partners ?? [])];
    partners.sort((a, b) => compare(a.station, b.station) || compare(a.component, b.component));
    for (const partner of partners) {
      if (tests.stationPair(outcome, partner)) yield { outcome, partner };
    }
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
