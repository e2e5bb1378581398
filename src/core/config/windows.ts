import { z } from 'zod';
import { choice, flag, number, optionalNumber } from './field';

/** A limit that holds for the whole trace, or one value per sample of it. */
function level(initial: number, help: { title: string; help: string; unit?: string; min?: number }) {
  const scalar = help.min === undefined ? z.number() : z.number().min(help.min);
  return z
    .union([scalar, z.array(scalar).min(1)])
    .default(initial)
    .meta({ title: help.title, help: help.help, ...(help.unit ? { unit: help.unit } : {}) });
}

/** Window selection after Maggi et al. 2009, under Pyflex's parameter names. */
export const windowParameters = z.strictObject({
  stalta_waterlevel: level(0.07, {
    min: 0,
    title: 'STA/LTA water level',
    help: 'Windows grow around maxima of the STA/LTA of the synthetic envelope above this level; a steady envelope has 0.08. Raise for fewer windows.',
  }),
  tshift_acceptance_level: level(10, {
    min: 0,
    unit: 's',
    title: 'Largest time shift',
    help: 'A window is kept if observed and synthetic correlate best at a shift less than this off the reference.',
  }),
  tshift_reference: number(0, {
    unit: 's',
    title: 'Reference time shift',
    help: 'Centre of the accepted time shifts; positive where observed arrive later than synthetics.',
  }),
  dlna_acceptance_level: level(1.3, {
    min: 0,
    title: 'Largest dlnA',
    help: 'A window is kept if its dlnA is less than this off the reference: 1.3 allows amplitudes to differ by a factor of up to 3.7.',
  }),
  dlna_reference: number(0, {
    title: 'Reference dlnA',
    help: 'Centre of the accepted dlnA, the natural logarithm of observed over synthetic amplitude.',
  }),
  cc_acceptance_level: level(0.7, {
    min: 0,
    title: 'Least correlation',
    help: 'A window is kept if the normalized cross-correlation of observed and synthetic, at its best shift, is at least this; 1 is a perfect fit.',
  }),
  s2n_limit: level(1.5, {
    min: 0,
    title: 'Least signal to noise',
    help: 'A window is kept if what is observed in it, over the noise before the first arrival, is at least this. Not tested where nothing tells the noise.',
  }),
  earth_model: choice(['ak135', 'iasp91', 'prem'], 'ak135', {
    title: 'Earth model',
    help: 'Layered Earth model that theoretical arrival times come from.',
  }),
  min_surface_wave_velocity: number(3, {
    above: 0,
    unit: 'km/s',
    title: 'Slowest surface wave',
    help: 'Windows that start later after the origin than distance over this velocity are dropped. Lower to keep later windows.',
  }),
  max_time_before_first_arrival: number(50, {
    min: 0,
    unit: 's',
    title: 'Time before first arrival',
    help: 'Maxima more than this before the first theoretical arrival make no windows.',
  }),
  c_0: number(1, {
    min: 0,
    title: 'c_0: inner water level',
    help: 'A window is dropped if the STA/LTA falls inside it to this many times stalta_waterlevel. Raise for shorter windows.',
  }),
  c_1: number(1.5, {
    min: 0,
    unit: 'Tmin',
    title: 'c_1: least length',
    help: 'Shorter windows are dropped. Tmin is the shortest period.',
  }),
  c_2: number(0, {
    min: 0,
    title: 'c_2: least prominence',
    help: 'A window is dropped if its central maximum rises less than this fraction of its height above the higher trough beside it.',
  }),
  c_3a: number(4, {
    min: 0,
    title: 'c_3a: phase height',
    help: 'A window is dropped if another maximum in it is more than this many times as high as the central one, above the lowest trough. Lower to separate phases.',
  }),
  c_3b: number(2.5, {
    above: 0,
    unit: 'Tmin',
    title: 'c_3b: phase distance',
    help: 'Maxima further than this from the central one may be less high, the less the further. Lower to separate phases.',
  }),
  c_4a: number(2, {
    min: 0,
    unit: 'Tmin',
    title: 'c_4a: longest start',
    help: 'A window of three maxima or more is cut where it starts earlier than this before the first.',
  }),
  c_4b: number(6, {
    min: 0,
    unit: 'Tmin',
    title: 'c_4b: longest coda',
    help: 'A window of three maxima or more is cut where it ends later than this after the last.',
  }),
  check_global_data_quality: flag(false, {
    title: 'Check data quality',
    help: 'Select no windows on a component whose whole observed trace has too low a signal to noise, by the two limits below.',
  }),
  snr_integrate_base: number(3.5, {
    min: 0,
    title: 'Least integrated signal to noise',
    help: 'Data quality check: mean power of the signal over that of the noise.',
  }),
  snr_max_base: number(3, {
    min: 0,
    title: 'Least peak signal to noise',
    help: 'Data quality check: largest amplitude of the signal over that of the noise.',
  }),
  noise_start_index: number(0, {
    integer: true,
    unit: 'samples',
    title: 'Noise start',
    help: 'First sample of the noise, for signal to noise and the data quality check; negative counts from the end of the trace.',
  }),
  noise_end_index: optionalNumber({
    integer: true,
    unit: 'samples',
    title: 'Noise end',
    help: 'First sample after the noise. Left out: Tmin before the first arrival, its seconds after the origin taken as samples with conventions: pyatoa.',
  }),
  signal_start_index: optionalNumber({
    integer: true,
    unit: 'samples',
    title: 'Signal start',
    help: 'Data quality check: first sample of the signal; the end of the noise where left out.',
  }),
  signal_end_index: number(-1, {
    integer: true,
    unit: 'samples',
    title: 'Signal end',
    help: 'Data quality check: first sample after the signal; negative counts from the end of the trace.',
  }),
  window_weight_fct: z.null().default(null).meta({
    title: 'Window weight',
    help: 'Always length in minimum periods times correlation; a function cannot be given in a file.',
  }),
  window_signal_to_noise_type: choice(['amplitude', 'energy'], 'amplitude', {
    title: 'Signal to noise by',
    help: 'What s2n_limit compares: largest amplitudes of window and noise, or their mean squares (energy).',
  }),
  resolution_strategy: choice(['interval_scheduling', 'merge'], 'interval_scheduling', {
    title: 'Overlapping windows',
    help: 'Choose the windows without overlaps of largest total weight (length times correlation), or merge those that overlap; merged ones are not tested again.',
  }),
});
export type WindowParameters = z.output<typeof windowParameters>;
