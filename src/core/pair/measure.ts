import type { Parameters } from '@/core/config';
import { measure } from '@/core/misfit';
import type { AdjointSource, PeriodBand } from '@/core/model';
import { short, type Notes } from './notes';
import { isDoubleDifference } from './differences/measure';
import { spansOf } from './spans';
import type { ComponentResult } from './types';

/** Misfit and adjoint source of one component; null where it has no windows, or where the misfit is between stations. */
export function measureComponent(
  result: ComponentResult,
  { minPeriod, maxPeriod }: PeriodBand,
  parameters: Parameters,
  notes: Notes,
): AdjointSource | null {
  const { component, observed, synthetic } = result;
  const { delta, data } = synthetic;
  const spans = spansOf(result, parameters);
  const type = parameters.adj_src_type;
  if (spans.length === 0 || isDoubleDifference(type)) return null;
  const {
    misfit,
    adjoint,
    windows: measured,
  } = measure(type, {
    observed: observed.data,
    synthetic: data,
    delta,
    windows: spans,
    parameters: parameters.pyadjoint_parameters,
    context: { minPeriod, maxPeriod, conventions: parameters.conventions },
  });
  notes.info(`component ${component}: ${type} misfit ${short(misfit)}`);
  return {
    type,
    channel: synthetic.channel,
    component,
    misfit,
    delta,
    minPeriod,
    maxPeriod,
    data: adjoint,
    windows: measured,
  };
}
