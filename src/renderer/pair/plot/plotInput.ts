import type { ComponentDetail } from '@/api';
import type { CombinedComponent, HandWindow, PhaseArrival, Rejection } from '@/core/model';
import type { ChartColours } from './colours';
import type { WindowMark } from './marks';

/** What is drawn beside observed and synthetic traces. */
export interface Layers {
  stalta: boolean;
  adjoint: boolean;
  arrivals: boolean;
  rejected: Rejection[];
}

/** A component by another evaluation, to be laid under. */
export interface OtherComponent {
  /** Of the evaluation. */
  name: string;
  component: ComponentDetail;
  /** Of its first sample after the origin, s. */
  timeOffset: number;
  marks: WindowMark[];
  /** What it comes to in all of its period bands. */
  windows: number;
  misfit: number | null;
}

/** What a plot shows. */
export interface PlotInput {
  component: ComponentDetail;
  /** Time of the first sample after the origin, s. */
  timeOffset: number;
  /** Without an origin, times are after the first sample. */
  hasOrigin: boolean;
  waterlevel: number;
  arrivals: PhaseArrival[];
  layers: Layers;
  marks: WindowMark[];
  other: OtherComponent | null;
  /** In all of several period bands; null where there is one. */
  combined: CombinedComponent | null;
  /** Windows of an earlier decision by hand, laid over. */
  preview: readonly HandWindow[];
  colours: ChartColours;
}

/** What somebody does on a plot, by time in s after the origin. */
export interface PlotActions {
  /** A stretch was dragged over. */
  onDrag(from: number, to: number): void;
  /** The pointer is at a time, on this component or another one of the pair. */
  onCursor(values: CursorValues | null): void;
}

/** What a component has at a time; null where a trace has nothing there. */
export interface CursorValues {
  /** s after the origin */
  time: number;
  observed: number | null;
  synthetic: number | null;
}
