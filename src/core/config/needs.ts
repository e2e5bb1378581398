import type { Parameters } from './schema';

/** Whether a pair needs an instrument response. */
export function needsResponse({
  st_obs_type: type,
  preprocess,
}: Pick<Parameters, 'st_obs_type' | 'preprocess'>): boolean {
  return type === 'obs' && preprocess.remove_response;
}
