import type { AmplitudeUnit } from '@/core/model';
import { needsResponse } from './needs';
import type { Parameters } from './schema';

/** What the amplitudes of a pair's traces are.
 *  @param isPreprocessed  else they are as they were standardized */
export function amplitudesOf(parameters: Parameters, isPreprocessed: boolean): AmplitudeUnit {
  const { preprocess, unit_output, st_obs_type, executive } = parameters;
  if (isPreprocessed && preprocess.normalize_to !== null) return 'normalized';
  if (!isPreprocessed && needsResponse(parameters) && executive.steps.includes('preprocess')) return 'recorded';
  if (st_obs_type === 'obs' && !(isPreprocessed && preprocess.remove_response)) return 'file';
  return unit_output;
}
