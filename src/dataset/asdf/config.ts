import { componentsOf, evaluationPath, type MisfitParameters, type Parameters } from '@/core/config';
import type { AttributeValue, Attributes } from '../hdf5/typed';
import { configPath } from './names';
import { list, truth, type DatasetPlan } from './plan';

/** HDF5 holds at most 64 KiB in an attribute of a file that every reader opens. */
const LONGEST_LIST = 4096;

const TAPER = ['taper_type', 'taper_percentage'] as const;
const CORRELATION = [...TAPER, 'measure_type', 'use_cc_error', 'dt_sigma_min', 'dlna_sigma_min'] as const;
const MULTITAPER = [
  ...CORRELATION,
  'use_mt_error',
  'lnpt',
  'transfunc_waterlevel',
  'water_threshold',
  'ipower_costaper',
  'min_cycle_in_window',
  'mt_nw',
  'num_taper',
  'phase_step',
  'dt_fac',
  'err_fac',
  'dt_max_scale',
] as const;

/** The parameters that a misfit function has in Pyadjoint; its loader refuses others. */
const OF_TYPE: Record<string, readonly (keyof MisfitParameters)[]> = {
  waveform: TAPER,
  convolution: TAPER,
  exponentiated_phase: [...TAPER, 'wtr_env'],
  cc_traveltime: CORRELATION,
  multitaper: MULTITAPER,
};

const WHOLE_NUMBERS = new Set(['noise_start_index', 'noise_end_index', 'signal_start_index', 'signal_end_index']);
const WHOLE_MISFIT = new Set(['lnpt', 'ipower_costaper', 'num_taper']);

/** The configuration of an evaluation as Pyatoa's loader reads it: flat, with prefixes for the nested groups, and all
 *  of Atoa's own parameters as JSON in one more attribute. */
export function configDataset(parameters: Parameters, eventId: string): DatasetPlan {
  return {
    path: configPath(evaluationPath(parameters)),
    // The dataset holds nothing: it is there for its attributes.
    data: Int8Array.of(1),
    shape: [1],
    attributes: configAttributes(parameters, eventId),
    growable: true,
  };
}

function configAttributes(p: Parameters, eventId: string): Attributes {
  const periods = { min_period: p.min_period, max_period: p.max_period };
  // Where files lie, how many workers there are and how much they log says nothing of how anything was measured.
  const own = { ...p, paths: undefined, executive: { steps: p.executive.steps } };
  return {
    iteration: whole(p.iteration),
    step_count: whole(p.step_count),
    event_id: eventId,
    ...periods,
    rotate_to_rtz: truth(p.rotate_to_rtz),
    unit_output: p.unit_output,
    observed_tag: p.observed_tag,
    _synthetic_tag: p.synthetic_tag ?? 'None',
    adj_src_type: p.adj_src_type,
    st_obs_type: p.st_obs_type,
    st_syn_type: p.st_syn_type,
    win_amp_ratio: p.win_amp_ratio,
    component_list: list(componentsOf(p)),
    ...prefixed('pyflex_config_', { ...periods, ...p.pyflex_parameters }, WHOLE_NUMBERS),
    ...prefixed('pyadjoint_config_', { ...periods, ...misfitParameters(p) }, WHOLE_MISFIT),
    atoa_parameters: JSON.stringify(own),
  };
}

function misfitParameters(p: Parameters): Record<string, unknown> {
  const known = OF_TYPE[p.adj_src_type.replace(/_dd$/, '')] ?? TAPER;
  return {
    adjsrc_type: p.adj_src_type,
    double_difference: p.adj_src_type.endsWith('_dd'),
    ...Object.fromEntries(known.map((name) => [name, p.pyadjoint_parameters[name]])),
  };
}

function whole(value: number | null): AttributeValue {
  return value === null ? 'None' : BigInt(value);
}

function prefixed(prefix: string, values: Record<string, unknown>, wholeNumbers: Set<string>): Attributes {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [prefix + name, attribute(value, wholeNumbers.has(name))]),
  );
}

function attribute(value: unknown, isWhole: boolean): AttributeValue {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return isWhole ? BigInt(value) : value;
  if (typeof value === 'boolean') return truth(value);
  if (Array.isArray(value)) {
    return value.length <= LONGEST_LIST ? list(value as number[]) : `${value.length} values, one per sample`;
  }
  return String(value);
}
