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
    help: 'Shape of the taper that each window of data, synthetic and adjoint source gets.',
  }),
  taper_percentage: number(0.3, {
    min: 0,
    max: 1,
    title: 'Tapered fraction',
    help: 'Fraction of a window that is tapered, half of it at each end; 1 leaves no flat part.',
  }),
  measure_type: choice(['dt', 'am'], 'dt', {
    title: 'Measure',
    help: 'cc_traveltime, multitaper and cc_traveltime_dd: traveltime (dt) or amplitude (am).',
  }),
  use_cc_error: flag(true, {
    title: 'Correlation errors',
    help: 'cc_traveltime and multitaper: divide by the error, estimated from what the shifted and scaled synthetic leaves of the data. Off: by 1, or by multitaper errors.',
  }),
  dt_sigma_min: number(1, {
    above: 0,
    unit: 's',
    title: 'Least error of dt',
    help: 'Floor of the correlation error of dt. Raise so that good fits weigh less.',
  }),
  dlna_sigma_min: number(0.5, {
    above: 0,
    title: 'Least error of dlnA',
    help: 'Floor of the correlation error of dlnA. Raise so that good fits weigh less.',
  }),
  wtr_env: number(0.2, {
    min: 0,
    max: 1,
    title: 'Envelope water level',
    help: 'exponentiated_phase: this fraction of the largest envelope is added to it. Raise so that weak parts of a window count less.',
  }),
  lnpt: number(15, {
    integer: true,
    min: 8,
    max: 24,
    title: 'Transform length',
    help: 'Multitaper: the Fourier transform has 2 to this power samples. Raise for finer frequencies; a window that is longer is measured by cc_traveltime.',
  }),
  transfunc_waterlevel: number(1e-10, {
    min: 0,
    title: 'Transfer function water level',
    help: 'Multitaper: spectral amplitudes of the synthetic below this fraction of the largest are raised before the division.',
  }),
  water_threshold: number(0.02, {
    min: 0,
    max: 1,
    title: 'Band water level',
    help: "Multitaper: the band ends where the synthetic's amplitude spectrum falls below this fraction of its maximum. Raise for a narrower band.",
  }),
  ipower_costaper: number(10, {
    integer: true,
    min: 1,
    title: 'Band taper power',
    help: 'Multitaper: the band is weighed by 1 - cos to this power. Raise for a flatter weight; with conventions: pyatoa it is always 10.',
  }),
  min_cycle_in_window: number(0.5, {
    min: 0,
    unit: 'Tmin',
    title: 'Least cycles',
    help: 'Multitaper: a shorter window is measured by cc_traveltime. With conventions: pyatoa, seconds are compared with samples here.',
  }),
  mt_nw: number(4, {
    above: 0,
    title: 'Time-bandwidth product',
    help: 'Multitaper: half-bandwidth of the Slepian tapers, in units of one over the window length. Raise to smooth over more frequencies; 2.5 to 4 is usual.',
  }),
  num_taper: number(5, {
    integer: true,
    min: 1,
    max: 20,
    title: 'Number of tapers',
    help: 'Multitaper: Slepian tapers used. Up to 2 mt_nw - 3 keep to their band.',
  }),
  dt_fac: number(2, {
    above: 0,
    title: 'Largest dtau',
    help: 'Multitaper: where dtau exceeds the period divided by this at any frequency, the window is measured by cc_traveltime. Raise to be stricter.',
  }),
  phase_step: number(1.5, {
    above: 0,
    unit: 'rad',
    title: 'Phase step',
    help: 'Multitaper: a phase that jumps by more than this between two frequencies is unwrapped, where that makes it smoother.',
  }),
  err_fac: number(2.5, {
    above: 0,
    title: 'Largest error',
    help: 'As dt_fac, for the error of dtau, which there is with use_mt_error only.',
  }),
  dt_max_scale: number(3.5, {
    above: 0,
    title: 'Largest ratio of dtau to dt',
    help: 'Multitaper: where dtau exceeds this many times the correlation shift at any frequency, the window is measured by cc_traveltime. Lower to be stricter.',
  }),
  use_mt_error: flag(false, {
    title: 'Multitaper errors',
    help: 'Multitaper: estimate errors by leaving one taper out each. They are tested by err_fac, and divide the measurement where use_cc_error is off.',
  }),
});
export type MisfitParameters = z.output<typeof misfitParameters>;
