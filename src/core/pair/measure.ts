import type { Parameters } from '@/core/config';
import { measure, type SecondsWindow } from '@/core/misfit';
import type { AdjointSource, Window } from '@/core/model';
import { short, type Notes } from './notes';
import type { PeriodBand } from './preprocess';
import type { ComponentResult } from './types';

/** Left out at both ends of a trace that is measured whole, s. */
const MARGIN = 1;

/** Misfit and adjoint source of one component; null where it has no windows. */
export function measureComponent(
  { component, observed, synthetic, windows }: ComponentResult,
  { minPeriod, maxPeriod }: PeriodBand,
  parameters: Parameters,
  notes: Notes,
): AdjointSource | null {
  const isWindowed = parameters.executive.steps.includes('window');
  const { delta, data } = synthetic;
  const spans = isWindowed ? windows.map(inSeconds) : wholeTrace(data.length, delta);
  if (spans.length === 0) return null;
  const type = parameters.adj_src_type;
  const {
    misfit,
    adjoint,
    windows: measured,
  } = measure(type, observed.data, data, delta, spans, parameters.pyadjoint_parameters, {
    minPeriod,
    maxPeriod,
    conventions: parameters.conventions,
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

function inSeconds({ left, right, delta }: Window): SecondsWindow {
  return [left * delta, right * delta];
}

function wholeTrace(n: number, delta: number): SecondsWindow[] {
  const end = n * delta - MARGIN;
  return end > MARGIN ? [[MARGIN, end]] : [];
}
