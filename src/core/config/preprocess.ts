import { z } from 'zod';
import { choice, flag, number, optionalNumber } from './field';

/** Standardizing and preprocessing of observed and synthetic traces. */
export const preprocessParameters = z.strictObject({
  gaps: choice(['join', 'zero', 'refuse'], 'join', {
    title: 'Gaps and overlaps',
    help: 'Of observed records: draw a line across a gap (join), fill it with zeros (zero), or refuse the pair. Where pieces overlap, join and zero keep the earlier one.',
  }),
  standardize_to: choice(['syn', 'obs'], 'syn', {
    title: 'Standardize to',
    help: 'The side that gives start, length and sampling rate; the other one is cut or padded with zeros, and resampled.',
  }),
  filter: flag(true, { title: 'Filter', help: 'Filter both sides to the periods that are measured.' }),
  filter_type: choice(['bandpass', 'lowpass', 'highpass'], 'bandpass', {
    title: 'Filter type',
    help: 'Keep periods between min_period and max_period (bandpass), all above min_period (lowpass), or all below max_period (highpass).',
  }),
  corners: number(2, {
    integer: true,
    min: 1,
    max: 10,
    title: 'Filter order',
    help: 'Number of poles of the Butterworth filter. Raise for steeper flanks, and longer ringing.',
  }),
  zerophase: flag(true, {
    title: 'Zero phase',
    help: 'Filter forward and backward: no delay, and flanks twice as steep. Off: forward only.',
  }),
  taper_percentage: number(0.05, {
    min: 0,
    max: 0.5,
    title: 'Trace taper',
    help: 'Fraction of a trace that is tapered at each end, before the filter and after it; a half leaves no flat part.',
  }),
  remove_response: flag(false, {
    title: 'Remove response',
    help: 'Turn recorded counts into the ground motion of unit_output by the instrument response.',
  }),
  water_level: z.number().min(0).nullable().default(60).meta({
    title: 'Water level',
    help: 'Where the response is weaker than this much below its maximum, that level divides instead. Raise to recover more signal and more noise; null: no limit.',
    unit: 'dB',
  }),
  pre_filt: z
    .tuple([z.number().min(0), z.number().min(0), z.number().min(0), z.number().min(0)])
    .refine((f) => f[0] <= f[1] && f[1] <= f[2] && f[2] <= f[3], { message: 'four frequencies in increasing order' })
    .nullable()
    .default(null)
    .meta({
      title: 'Pre-filter',
      help: 'Four increasing frequencies of a cosine band-pass with which the response is removed: nothing outside of the outer ones, all between the inner ones.',
      unit: 'Hz',
    }),
  normalize_to: z.enum(['obs', 'syn', 'one']).nullable().default(null).meta({
    title: 'Normalize to',
    help: 'Scale each component of the other side to the largest amplitude of observed (obs) or synthetics (syn), or both sides to one.',
  }),
  convolve_with_stf: flag(true, {
    title: 'Source time function',
    help: 'Convolve synthetics with a Gaussian source time function, where there is a half duration.',
  }),
  half_duration: optionalNumber({
    min: 0,
    unit: 's',
    title: 'Half duration',
    help: "Of the source time function; 0 for none. Left out: none with conventions: pyatoa, the event's own with corrected.",
  }),
  period_bands: z
    .array(
      z
        .tuple([z.number().positive(), z.number().positive()])
        .refine(([shortest, longest]) => shortest < longest, { message: 'must be [shortest, longest] in s' }),
    )
    .min(1)
    .nullable()
    .default(null)
    .meta({
      title: 'Period bands',
      help: 'Several [min, max] bands to filter to and measure in turn; their misfits are averaged. With conventions: pyatoa, Tmin and Tmax stay min_period and max_period, and the first band is preprocessed twice, first in min_period to max_period.',
      unit: 's',
    }),
});
export type PreprocessParameters = z.output<typeof preprocessParameters>;
