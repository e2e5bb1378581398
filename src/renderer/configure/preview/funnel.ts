import type { ComponentDetail } from '@/api';

/** How the candidates of a component became its windows. */
export interface FunnelRow {
  component: string;
  candidates: number;
  /** How many each step took, in the order of `steps`. */
  taken: number[];
  windows: number;
}

export interface FunnelTable {
  /** Steps that took any, in their order. */
  steps: string[];
  rows: FunnelRow[];
}

/** What each step took of the candidates of each component. A test that is applied twice is one step. */
export function funnelTable(components: Pick<ComponentDetail, 'component' | 'funnel'>[]): FunnelTable {
  const taken = components.map(({ funnel }) => takenBySteps(funnel));
  const order = components.flatMap(({ funnel }) => funnel.slice(1).map(([step]) => step));
  const steps = [...new Set(order)].filter((step) => taken.some((counts) => (counts.get(step) ?? 0) > 0));
  const rows = components.map(({ component, funnel }, i) => ({
    component,
    candidates: funnel[0]?.[1] ?? 0,
    taken: steps.map((step) => taken[i]!.get(step) ?? 0),
    windows: funnel.at(-1)?.[1] ?? 0,
  }));
  return { steps, rows };
}

function takenBySteps(funnel: ComponentDetail['funnel']): Map<string, number> {
  const taken = new Map<string, number>();
  for (const [i, [step, left]] of funnel.entries()) {
    if (i > 0) taken.set(step, (taken.get(step) ?? 0) + funnel[i - 1]![1] - left);
  }
  return taken;
}
