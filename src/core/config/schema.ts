import { z } from 'zod';
import { CONVENTIONS } from '@/core/model';
import { doubleDifferenceParameters } from './doubleDifference';
import { executiveParameters, pathParameters } from './executive';
import { choice, flag, number } from './field';
import { fixWindowParameters } from './fixWindows';
import { ADJOINT_SOURCE_TYPES, misfitParameters } from './misfit';
import { PRESET_NAMES } from './presets';
import { preprocessParameters } from './preprocess';
import { windowParameters } from './windows';

const TAG = /^[a-z_0-9]+$/;

const count = (title: string, help: string, min: number) =>
  z.number().int().min(min).max(99).nullable().default(null).meta({ title, help });

/** All parameters of Atoa, with Pyatoa's names. The only place that knows type, default, range, unit and help of each. */
export const parameters = z
  .strictObject({
    event_id: z
      .string()
      .nullable()
      .default(null)
      .meta({ title: 'Event', help: 'Read from Pyatoa configurations; a run takes its events from the selection.' }),
    iteration: count(
      'Iteration',
      'Number of the inversion iteration; names the evaluation (i01). Left out: it is called default.',
      1,
    ),
    step_count: count(
      'Step count',
      'Number of the line search step; names the evaluation (i01/s00) together with the iteration.',
      0,
    ),
    min_period: number(10, {
      above: 0,
      unit: 's',
      title: 'Shortest period',
      help: 'Short-period corner of the filter, and Tmin of windows and multitaper.',
    }),
    max_period: number(100, {
      above: 0,
      unit: 's',
      title: 'Longest period',
      help: 'Long-period corner of the filter, and Tmax of windows and multitaper.',
    }),
    unit_output: choice(['DISP', 'VEL', 'ACC'], 'DISP', {
      title: 'Ground motion',
      help: 'What removing the response turns recorded data into: displacement in m, velocity in m/s or acceleration in m/s². Synthetics must be the same.',
    }),
    rotate_to_rtz: flag(false, {
      title: 'Rotate to RTZ',
      help: 'Turn N and E of both sides into radial and transverse by the backazimuth.',
    }),
    adj_src_type: choice(ADJOINT_SOURCE_TYPES, 'cc_traveltime', {
      title: 'Misfit function',
      help: 'What is measured, and what the adjoint source is of.',
    }),
    st_obs_type: choice(['obs', 'syn'], 'obs', {
      title: 'Observed are',
      help: 'Recorded data (obs), whose response may be removed, or synthetics of another model (syn).',
    }),
    st_syn_type: choice(['syn', 'obs'], 'syn', {
      title: 'Synthetics are',
      help: 'Simulated (syn), and convolved with a source time function, or recorded data (obs).',
    }),
    observed_tag: z
      .string()
      .regex(TAG)
      .default('observed')
      .meta({ title: 'Observed tag', help: 'Name of observed waveforms in the dataset.' }),
    synthetic_tag: z.string().regex(TAG).nullable().default(null).meta({
      title: 'Synthetic tag',
      help: 'Name of synthetics in the dataset; synthetic_i01s00 with iteration 1 and step count 0 where left out.',
    }),
    component_list: z
      .array(z.string().regex(/^[A-Z0-9]$/))
      .min(1)
      .refine((letters) => new Set(letters).size === letters.length, { message: 'must name each component once' })
      .nullable()
      .default(null)
      .meta({
        title: 'Components',
        help: 'Last letters of the channels to measure; E, N, Z (R, T, Z when rotated) where left out.',
      }),
    pyflex_preset: z.enum(PRESET_NAMES).nullable().default(null).meta({
      title: 'Window preset',
      help: 'Published window parameters to begin with; `atoa presets` lists them. pyflex_parameters win over it.',
      group: 'pyflex_parameters',
    }),
    pyflex_parameters: windowParameters.prefault({}).meta({ title: 'Windows', help: 'Window selection.' }),
    win_amp_ratio: number(0, {
      min: 0,
      max: 1,
      title: 'Least window amplitude',
      help: "A window is dropped if its largest observed amplitude is not above this fraction of the whole trace's; 0 drops none.",
    }).meta({ group: 'pyflex_parameters' }),
    fix_windows: fixWindowParameters.prefault({}).meta({
      title: 'Fixed windows',
      help: 'When windows are selected, and when those of an earlier evaluation are used.',
    }),
    pyadjoint_parameters: misfitParameters
      .prefault({})
      .meta({ title: 'Misfit', help: 'Misfit functions and adjoint sources.' }),
    double_difference: doubleDifferenceParameters.prefault({}).meta({
      title: 'Double difference',
      help: 'Which stations of an event are compared, by misfit functions of type _dd.',
    }),
    preprocess: preprocessParameters
      .prefault({})
      .meta({ title: 'Preprocess', help: 'Standardizing, response, filter, normalization.' }),
    executive: executiveParameters.prefault({}).meta({ title: 'Run', help: 'Concurrency, logs, figures.' }),
    paths: pathParameters.prefault({}).meta({ title: 'Paths', help: 'Where input lies and output goes.' }),
    conventions: choice(CONVENTIONS, 'pyatoa', {
      title: 'Conventions',
      help: 'Agree with Pyatoa in its quirks (pyatoa), or do what papers and formats mean (corrected). docs/conventions.md lists the differences.',
    }),
  })
  .refine((p) => p.min_period < p.max_period, { path: ['min_period'], message: 'min_period must be below max_period' })
  .refine(
    ({ fix_windows: { policy, from }, iteration }) => policy === 'always' || from !== null || iteration !== null,
    {
      path: ['fix_windows', 'policy'],
      message: 'windows of an earlier evaluation need iteration and step_count, or fix_windows.from',
    },
  )
  .refine(({ double_difference: { min_distance, max_distance } }) => min_distance <= max_distance, {
    path: ['double_difference', 'min_distance'],
    message: 'min_distance must not be above max_distance',
  })
  .refine(({ adj_src_type, preprocess }) => !adj_src_type.endsWith('_dd') || preprocess.period_bands === null, {
    path: ['preprocess', 'period_bands'],
    message: 'a double difference is measured in one band: leave period_bands out',
  });

export type Parameters = z.output<typeof parameters>;

/** All defaults. */
export function defaultParameters(): Parameters {
  return parameters.parse({});
}
