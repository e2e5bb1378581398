import type { Nanoseconds } from './time';

export interface PhaseArrival {
  name: string;
  /** s after the origin time */
  time: number;
}

/** A time window on one component, with the fit of observed to synthetic in it. Indices count samples; both ends are in it. */
export interface Window {
  channelId: string;
  left: number;
  center: number;
  right: number;
  /** Sampling interval in s. */
  delta: number;
  /** Time of the trace's sample 0. */
  firstSample: Nanoseconds;
  minPeriod: number;
  /** Maximum of the normalized cross-correlation. */
  cc: number;
  shiftSamples: number;
  /** Shift in s; positive where observed is late. */
  shiftSeconds: number;
  dlnA: number;
  /** Length in minimum periods times correlation. */
  weight: number;
  /** Theoretical arrivals inside the window. */
  phases: PhaseArrival[];
  /** Place of its period band among several, from 0; left out where there is one. */
  band?: number;
  /** It was set by hand, and those of its component in another band were not. */
  byHand?: true;
}

/** Bounds of a rejected candidate: [left, right, center] in samples. */
export type RejectedBounds = [left: number, right: number, center: number];

/** The tests a candidate window can fail, in the order they are applied. */
export const REJECTIONS = [
  'traveltimes',
  'min_length',
  'water_level',
  'prominence',
  'phase_sep',
  'curtail',
  's2n',
  'tshift',
  'dlna',
  'cc',
  'schedule',
  'amplitude',
] as const;
export type Rejection = (typeof REJECTIONS)[number];

export type RejectedWindows = Partial<Record<Rejection, RejectedBounds[]>>;
