import { z } from 'zod';
import { choice, flag, number } from './field';

export const ADJOINT_SOURCE_TYPES = [
  'waveform',
  'convolution',
  'cc_traveltime',
  'multitaper',
  'exponentiated_phase',
  'waveform_dd',
  'convolution_dd',
  'cc_traveltime_dd',
  'multitaper_dd',
] as const;
export type AdjointSourceType = (typeof ADJOINT_SOURCE_TYPES)[number];

/** Misfit functions and adjoint sources, under Pyadjoint's parameter names. */
export const misfitParameters = z.strictObject({
  taper_type: choice(['hann', 'hamming', 'cos', 'cos_p10'], 'hann', {
    title: 'Window taper',
    help: 'Shape of the taper of each window.',
  }),
  taper_percentage: number(0.3, {
    min: 0,
    max: 1,
    title: 'Tapered fraction',
    help: 'Fraction of a window that is tapered, both ends together.',
  }),
  measure_type: choice(['dt', 'am'], 'dt', { title: 'Measure', help: 'Traveltime (dt) or amplitude (am).' }),
  use_cc_error: flag(true, {
    title: 'Correlation errors',
    help: 'Weigh a measurement by its error, estimated from the residual.',
  }),
  dt_sigma_min: number(1, { above: 0, unit: 's', title: 'Least error of dt', help: 'Floor of the traveltime error.' }),
  dlna_sigma_min: number(0.5, { above: 0, title: 'Least error of dlnA', help: 'Floor of the amplitude error.' }),
  wtr_env: number(0.2, {
    min: 0,
    max: 1,
    title: 'Envelope water level',
    help: 'Exponentiated phase: fraction of the largest envelope added to it.',
  }),
  lnpt: number(15, {
    integer: true,
    min: 8,
    max: 24,
    title: 'Transform length',
    help: 'Multitaper: power of two of the Fourier transform length.',
  }),
  transfunc_waterlevel: number(1e-10, {
    min: 0,
    title: 'Transfer function water level',
    help: 'Multitaper: relative to the largest spectral power.',
  }),
  water_threshold: number(0.02, {
    min: 0,
    max: 1,
    title: 'Band water level',
    help: 'Multitaper: the band ends where the spectrum falls below this of its maximum.',
  }),
  ipower_costaper: number(10, {
    integer: true,
    min: 1,
    title: 'Band taper power',
    help: 'Multitaper: power of the cosine taper over the band.',
  }),
  min_cycle_in_window: number(0.5, {
    min: 0,
    title: 'Least cycles',
    help: 'Multitaper: cycles of the shortest period that a window must hold.',
  }),
  mt_nw: number(4, {
    above: 0,
    title: 'Time-bandwidth product',
    help: 'Multitaper: half-bandwidth of the Slepian tapers.',
  }),
  num_taper: number(5, {
    integer: true,
    min: 1,
    max: 20,
    title: 'Number of tapers',
    help: 'Multitaper: Slepian tapers used.',
  }),
  dt_fac: number(2, {
    above: 0,
    title: 'Largest dtau',
    help: 'Multitaper: a dtau above one period over this rejects the measurement.',
  }),
  phase_step: number(1.5, {
    above: 0,
    title: 'Phase step',
    help: 'Multitaper: a phase jump above this, in radians, is unwrapped.',
  }),
  err_fac: number(2.5, {
    above: 0,
    title: 'Largest error',
    help: 'Multitaper: an error above one period over this rejects the measurement.',
  }),
  dt_max_scale: number(3.5, {
    above: 0,
    title: 'Largest ratio of dtau to dt',
    help: 'Multitaper: a dtau above this many times the correlation shift rejects the measurement.',
  }),
  use_mt_error: flag(false, {
    title: 'Multitaper errors',
    help: 'Weigh by errors estimated by leaving one taper out.',
  }),
});
export type MisfitParameters = z.output<typeof misfitParameters>;
