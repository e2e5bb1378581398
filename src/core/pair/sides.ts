import type { Parameters } from '@/core/config';
import type { Trace } from '@/core/model';

/** Observed or synthetic traces of a pair, one per component. */
export interface Side {
  name: 'observed' | 'synthetic';
  /** Recorded data (obs), or simulated (syn), whichever side it is. */
  kind: 'obs' | 'syn';
  /** By the channel's last letter. */
  traces: Map<string, Trace>;
}

export interface Sides {
  observed: Side;
  synthetic: Side;
}

export function makeSides(
  p: Pick<Parameters, 'st_obs_type' | 'st_syn_type'>,
  observed: Map<string, Trace>,
  synthetic: Map<string, Trace>,
): Sides {
  return {
    observed: { name: 'observed', kind: p.st_obs_type, traces: observed },
    synthetic: { name: 'synthetic', kind: p.st_syn_type, traces: synthetic },
  };
}

/** The sides with traces of their own, so that what is done to them leaves the given ones alone. */
export function copySides({ observed, synthetic }: Sides): Sides {
  return { observed: copySide(observed), synthetic: copySide(synthetic) };
}

function copySide(side: Side): Side {
  const copy = ([letter, trace]: [string, Trace]): [string, Trace] => [letter, { ...trace, data: trace.data.slice() }];
  return { ...side, traces: new Map([...side.traces].map(copy)) };
}

/** Components that both sides have, of those wanted, in their order. */
export function commonComponents({ observed, synthetic }: Sides, wanted: readonly string[]): string[] {
  return wanted.filter((letter) => observed.traces.has(letter) && synthetic.traces.has(letter));
}
