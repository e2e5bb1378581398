/** Statistics of one measured window, in Pyadjoint's terms. Times in s from the first sample. */
export interface WindowMeasurement {
  type: string;
  left: number;
  right: number;
  measureType: string | null;
  /** Misfit of this window as it enters the component's misfit. */
  misfit: number;
  tshift: number | null;
  dlna: number | null;
  sigmaDt: number | null;
  sigmaDlna: number | null;
  misfitDt: number | null;
  misfitDlna: number | null;
}

/** The adjoint source of one component. `data` is in forward time, length of the synthetic. */
export interface AdjointSource {
  /** Misfit function, such as cc_traveltime. */
  type: string;
  /** Channel of the synthetic, which names the adjoint source file. */
  channel: string;
  component: string;
  misfit: number;
  delta: number;
  minPeriod: number;
  maxPeriod: number;
  data: Float64Array;
  windows: WindowMeasurement[];
}
