import { create } from 'zustand';
import type { PairDetail } from '@/api';
import { pairId, type PairKey } from '@/core/model';
import type { PairTotals } from '../../pair/totals';

export const MOST_PINS = 12;

/** What a pair came to by a set of parameters. */
export interface Answer {
  /** Of pair, parameters and width. */
  key: string;
  detail: PairDetail | null;
  error: unknown;
}

interface PreviewState {
  pins: PairKey[];
  /** Id of the pair that is drawn. */
  chosen: string | null;
  /** The last answers by pair id; drawn until newer ones come. */
  answers: Record<string, Answer>;
  /** By pair id, by the parameters that are saved. */
  before: Record<string, PairTotals & { key: string }>;
  /** Id of the pair that is zoomed into, and wanted with more columns. */
  zoomed: string | null;
  /** How long the last answer on the chosen pair took, ms. */
  milliseconds: number | null;
}

const EMPTY: PreviewState = { pins: [], chosen: null, answers: {}, before: {}, zoomed: null, milliseconds: null };

/** The pairs that follow every change of a parameter. */
export const usePreview = create<PreviewState>(() => EMPTY);

export function forgetPreview(): void {
  usePreview.setState(EMPTY);
}

/** Pins pairs as far as there is room, and draws the first of them. */
export function pin(pairs: PairKey[]): void {
  const [first] = pairs;
  if (!first) return;
  usePreview.setState(({ pins, chosen }) => {
    const ids = new Set(pins.map(pairId));
    const fresh = pairs.filter((pair) => !ids.has(pairId(pair))).map(({ event, station }) => ({ event, station }));
    const next = [...pins, ...fresh].slice(0, MOST_PINS);
    const wanted = pairId(first);
    return { pins: next, chosen: next.some((pair) => pairId(pair) === wanted) ? wanted : chosen };
  });
}

export function unpin(pair: PairKey): void {
  const id = pairId(pair);
  usePreview.setState(({ pins, chosen, answers, before }) => {
    const place = pins.findIndex((other) => pairId(other) === id);
    const next = pins.filter((other) => pairId(other) !== id);
    const neighbour = next[Math.min(place, next.length - 1)];
    return {
      pins: next,
      chosen: chosen === id ? (neighbour ? pairId(neighbour) : null) : chosen,
      answers: without(answers, id),
      before: without(before, id),
    };
  });
}

/** Pins these and no others. */
export function pinOnly(pairs: PairKey[]): void {
  usePreview.setState({ pins: [], chosen: null, answers: {}, before: {} });
  pin(pairs);
}

export function choose(pair: PairKey): void {
  usePreview.setState({ chosen: pairId(pair) });
}

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
