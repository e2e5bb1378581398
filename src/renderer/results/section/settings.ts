/** By what traces are put above each other. */
export type Spacing = 'distance' | 'azimuth' | 'even';

/** Which theoretical arrivals are drawn. */
export type ArrivalChoice = 'none' | 'main' | 'all';

/** How a record section is drawn. */
export interface SectionSettings {
  spacing: Spacing;
  /** Of each trace by its own largest amplitude, or of all by that of all. */
  scaling: 'trace' | 'common';
  /** Height of the largest, in usual distances of traces. */
  amplitude: number;
  /** km/s by which times are reduced; null for times as they are. */
  velocity: number | null;
  arrivals: ArrivalChoice;
  observed: boolean;
  synthetic: boolean;
  windows: boolean;
}

export const AT_FIRST: SectionSettings = {
  spacing: 'distance',
  scaling: 'trace',
  amplitude: 1.5,
  velocity: null,
  arrivals: 'main',
  observed: true,
  synthetic: true,
  windows: true,
};
