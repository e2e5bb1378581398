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
    help: 'Which side gives start, length and sampling rate.',
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
    help: 'Number of poles of the Butterworth filter.',
  }),
  zerophase: flag(true, { title: 'Zero phase', help: 'Filter forward and backward.' }),
  taper_percentage: number(0.05, {
    min: 0,
    max: 0.5,
    title: 'Trace taper',
    help: 'Fraction of a trace that is tapered at each end.',
  }),
  remove_response: flag(false, {
    title: 'Remove response',
    help: 'Turn observed counts into ground motion by the instrument response.',
  }),
  water_level: z.number().min(0).nullable().default(60).meta({
    title: 'Water level',
    help: 'Below the response maximum; the division is limited there. Null: none.',
    unit: 'dB',
  }),
  pre_filt: z
    .tuple([z.number().min(0), z.number().min(0), z.number().min(0), z.number().min(0)])
    .refine((f) => f[0] <= f[1] && f[1] <= f[2] && f[2] <= f[3], { message: 'four frequencies in increasing order' })
    .nullable()
    .default(null)
    .meta({
      title: 'Pre-filter',
      help: 'Four corner frequencies of a cosine band-pass before the response is removed.',
      unit: 'Hz',
    }),
  normalize_to: z
    .enum(['obs', 'syn', 'one'])
    .nullable()
    .default(null)
    .meta({ title: 'Normalize to', help: "Scale each trace to the other side's largest amplitude, or to one." }),
  convolve_with_stf: flag(true, {
    title: 'Source time function',
    help: 'Convolve synthetics with a Gaussian of the half duration.',
  }),
  half_duration: optionalNumber({
    min: 0,
    unit: 's',
    title: 'Half duration',
    help: "Of the source time function; the event's own where left out.",
  }),
  period_bands: z
    .array(z.tuple([z.number().positive(), z.number().positive()]))
    .min(1)
    .nullable()
    .default(null)
    .meta({
      title: 'Period bands',
      help: 'Several [min, max] bands to measure in turn; their results are averaged. With conventions: pyatoa the first is preprocessed twice.',
      unit: 's',
    }),
});
export type PreprocessParameters = z.output<typeof preprocessParameters>;
