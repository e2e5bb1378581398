import { evaluationPath } from '@/core/config';
import type { CombinedComponent, PairDrawing, PairKey, PairOutcome } from '@/core/model';
import { isDoubleDifference } from '@/core/pair';
import type { PairDetail } from '@/api';
import { readLog, type PairInspector, type ResultReader } from '@/executive';
import type { ProjectDesk } from './projectDesk';

/** What the page is told where files have changed since the run. */
const OUTDATED = 'its files have changed since it was run: this is what that run has left';

interface Engines {
  desk: ProjectDesk;
  inspector: PairInspector;
  results: ResultReader;
}

/** A pair for its view. One that was run is shown as the run has left it: computed again where that gives the very same
 *  result, which has all that is not stored; else as it is stored.
 *  @param band place among its period bands */
export async function pairView(
  { desk, inspector, results }: Engines,
  pair: PairKey,
  width: number,
  band = 0,
): Promise<PairDetail> {
  const { project } = desk;
  const { event, station } = pair;
  const evaluation = evaluationPath(project.parameters);
  const hand = desk.hand.in(evaluation, pair);
  const outcome = desk.outcomes.get(pair);
  const computed = await inspector.inspect(project, pair, width, { hand, band });
  if (outcome === null) return { ...computed, event, station, outcome, source: 'computed' };
  const log = await readLog(project, pair);
  const isTogether = isDoubleDifference(project.parameters.adj_src_type);
  const isSame = isResultOf(computed, outcome, isTogether);
  if (isSame && !(isTogether && outcome.misfit !== null)) {
    return { ...computed, event, station, outcome, log, source: 'run' };
  }
  // What was run in a dataset that is gone, or cannot be read, can only be computed.
  const stored = await results.detail(project, pair, evaluation, width, bandsOf(outcome)).catch(() => null);
  if (stored === null) return { ...computed, event, station, outcome, log, source: isSame ? 'run' : 'computed' };
  if (!isSame) {
    const warnings = [...outcome.warnings, OUTDATED];
    return { ...stored, warnings, log, event, station, outcome, source: 'run' };
  }
  return { ...withSources(computed, stored), event, station, outcome, log, source: 'run' };
}

/** Whether a computation gives what an outcome tells. What is measured between stations cannot be compared. */
function isResultOf(computed: PairDrawing, outcome: PairOutcome, isTogether: boolean): boolean {
  if (computed.error !== null || outcome.error !== null) return computed.error?.code === outcome.error?.code;
  const names = Object.keys(outcome.components);
  const components: Pick<CombinedComponent, 'component' | 'misfit' | 'windows'>[] =
    computed.combined ?? computed.components;
  return (
    components.length === names.length &&
    components.every(({ component, misfit, windows }) => {
      const known = outcome.components[component];
      if (known === undefined || known.windows.length !== windows.length) return false;
      if (!isTogether && known.misfit !== misfit) return false;
      return windows.every(({ left, right, cc }, i) => {
        const other = known.windows[i]!;
        return other.left === left && other.right === right && other.cc === cc;
      });
    })
  );
}

/** The places of the period bands of windows, by component; null where there is one band, or an earlier version measured. */
export function bandsOf({ components }: PairOutcome): Record<string, number[]> | null {
  const entries = Object.entries(components).map(
    ([name, { windows }]) => [name, windows.map(({ band }) => band)] as const,
  );
  const isTold = entries.every(([, bands]) => bands.every((band) => band !== undefined));
  return isTold ? (Object.fromEntries(entries) as Record<string, number[]>) : null;
}

/** A computation with the stored adjoint sources and misfits: those of a double difference follow from all stations. */
function withSources(computed: PairDrawing, stored: PairDrawing): PairDrawing {
  const components = computed.components.map((each) => {
    const own = stored.components.find(({ component }) => component === each.component);
    return own ? { ...each, adjoint: own.adjoint, misfit: own.misfit } : each;
  });
  return { ...computed, components };
}
