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
    help: 'Candidate windows grow around maxima of the STA/LTA above this level.',
  }),
  tshift_acceptance_level: level(10, {
    min: 0,
    unit: 's',
    title: 'Largest time shift',
    help: 'A window is kept if its time shift is within this of the reference time shift.',
  }),
  tshift_reference: number(0, {
    unit: 's',
    title: 'Reference time shift',
    help: 'Centre of the accepted time shifts.',
  }),
  dlna_acceptance_level: level(1.3, {
    min: 0,
    title: 'Largest dlnA',
    help: 'A window is kept if its amplitude ratio dlnA is within this of the reference.',
  }),
  dlna_reference: number(0, { title: 'Reference dlnA', help: 'Centre of the accepted amplitude ratios.' }),
  cc_acceptance_level: level(0.7, {
    min: 0,
    title: 'Least correlation',
    help: 'A window is kept if its normalized cross-correlation is above this.',
  }),
  s2n_limit: level(1.5, {
    min: 0,
    title: 'Least signal to noise',
    help: 'A window is kept if its signal to noise ratio is above this.',
  }),
  earth_model: choice(['ak135', 'iasp91', 'prem'], 'ak135', {
    title: 'Earth model',
    help: 'Layered Earth model that theoretical arrival times come from.',
  }),
  min_surface_wave_velocity: number(3, {
    above: 0,
    unit: 'km/s',
    title: 'Slowest surface wave',
    help: 'Windows that start after distance divided by this velocity are dropped.',
  }),
  max_time_before_first_arrival: number(50, {
    min: 0,
    unit: 's',
    title: 'Time before first arrival',
    help: 'Maxima earlier than this before the first arrival make no windows.',
  }),
  c_0: number(1, { min: 0, title: 'c_0', help: 'Water level inside a window, as a multiple of stalta_waterlevel.' }),
  c_1: number(1.5, { min: 0, title: 'c_1', help: 'Least window length in minimum periods.' }),
  c_2: number(0, { min: 0, title: 'c_2', help: 'Least prominence of the central maximum.' }),
  c_3a: number(4, {
    min: 0,
    title: 'c_3a',
    help: 'Phase separation: height another maximum may reach, relative to the centre.',
  }),
  c_3b: number(2.5, {
    above: 0,
    unit: 'Tmin',
    title: 'c_3b',
    help: 'Phase separation: time from which on the height limit decays.',
  }),
  c_4a: number(2, {
    min: 0,
    unit: 'Tmin',
    title: 'c_4a',
    help: 'Curtail: longest emergent start before the first maximum.',
  }),
  c_4b: number(6, { min: 0, unit: 'Tmin', title: 'c_4b', help: 'Curtail: longest coda after the last maximum.' }),
  check_global_data_quality: flag(false, {
    title: 'Check data quality',
    help: 'Refuse a whole component whose signal to noise is too low.',
  }),
  snr_integrate_base: number(3.5, {
    min: 0,
    title: 'Least integrated signal to noise',
    help: 'Of the data quality check: power per sample, signal over noise.',
  }),
  snr_max_base: number(3, {
    min: 0,
    title: 'Least peak signal to noise',
    help: 'Of the data quality check: largest amplitude, signal over noise.',
  }),
  noise_start_index: number(0, {
    integer: true,
    unit: 'samples',
    title: 'Noise start',
    help: 'First sample of the noise.',
  }),
  noise_end_index: optionalNumber({
    integer: true,
    unit: 'samples',
    title: 'Noise end',
    help: 'End of the noise; from the first arrival where left out.',
  }),
  signal_start_index: optionalNumber({
    integer: true,
    unit: 'samples',
    title: 'Signal start',
    help: 'First sample of the signal; the end of the noise where left out.',
  }),
  signal_end_index: number(-1, {
    integer: true,
    unit: 'samples',
    title: 'Signal end',
    help: 'End of the signal; negative counts from the end of the trace.',
  }),
  window_weight_fct: z.null().default(null).meta({
    title: 'Window weight',
    help: 'Always length in minimum periods times correlation; a function cannot be given in a file.',
  }),
  window_signal_to_noise_type: choice(['amplitude', 'energy'], 'amplitude', {
    title: 'Signal to noise by',
    help: 'Compare largest amplitudes or mean energies of window and noise.',
  }),
  resolution_strategy: choice(['interval_scheduling', 'merge'], 'interval_scheduling', {
    title: 'Overlapping windows',
    help: 'Choose the set of largest total weight without overlaps, or merge what overlaps.',
  }),
});
export type WindowParameters = z.output<typeof windowParameters>;
