import type { Parameters } from './schema';

/** The components a run measures, in order. */
export function componentsOf(p: Pick<Parameters, 'component_list' | 'rotate_to_rtz'>): string[] {
  return p.component_list ?? (p.rotate_to_rtz ? ['R', 'T', 'Z'] : ['E', 'N', 'Z']);
}

/** The name of the evaluation: `i01/s00`, or `default` without iteration and step count. */
export function evaluationPath(p: Pick<Parameters, 'iteration' | 'step_count'>): string {
  if (p.iteration === null) return 'default';
  const iteration = `i${String(p.iteration).padStart(2, '0')}`;
  return p.step_count === null ? iteration : `${iteration}/s${String(p.step_count).padStart(2, '0')}`;
}

/** Iteration and step count that the path of an evaluation names; null for what it does not name. */
export function evaluationNumbers(path: string): Pick<Parameters, 'iteration' | 'step_count'> {
  const [, iteration, , step] = /^i(\d+)(\/s(\d+))?$/.exec(path) ?? [];
  const numberOf = (digits: string | undefined) => (digits === undefined ? null : Number(digits));
  return { iteration: numberOf(iteration), step_count: numberOf(step) };
}

/** The evaluation whose windows this one takes; null where it selects its own. */
export function windowSource({
  iteration,
  step_count,
  fix_windows: { policy, from },
}: Pick<Parameters, 'iteration' | 'step_count' | 'fix_windows'>): string | null {
  const first = { iteration: policy === 'once' ? 1 : iteration, step_count: step_count === null ? null : 0 };
  const source = from ?? (policy === 'always' || iteration === null ? null : evaluationPath(first));
  return source === evaluationPath({ iteration, step_count }) ? null : source;
}

/** The dataset's name of the synthetics of this evaluation. */
export function syntheticTag(p: Pick<Parameters, 'iteration' | 'step_count' | 'synthetic_tag'>): string {
  if (p.synthetic_tag !== null) return p.synthetic_tag;
  const path = evaluationPath(p);
  return path === 'default' ? 'synthetic' : `synthetic_${path.replace('/', '')}`;
}
