import type { Api } from '@/api';
import type { PairKey } from '@/core/model';
import { pairFiles, type Project } from '@/project';
import type { Desks } from '../desks';

/** Pixels that nobody draws: traces are to be decimated to something. */
const WIDTH = 50;

/** Pairs that warm a worker before one is timed. */
const WARMING = 2;

/** Other pairs of the event that have waveforms. */
function neighbours(project: Project, { event, station }: PairKey): PairKey[] {
  const found: PairKey[] = [];
  for (const code of project.stations.keys()) {
    if (found.length === WARMING) break;
    if (code === station) continue;
    const { observed, synthetic } = pairFiles(project, event, code);
    if (observed.length > 0 && synthetic.length > 0) found.push({ event, station: code });
  }
  return found;
}

type SelectionsMethods = Pick<
  Api,
  'savedSelections' | 'saveSelection' | 'renameSelection' | 'deleteSelection' | 'timePair'
>;

export function selectionsMethods({ project: desk, inspector, selections }: Desks): SelectionsMethods {
  /** What was timed already: a worker remembers a pair, and would have it at once. */
  const timed = new Map<string, number | null>();

  async function secondsOf(project: Project, pair: PairKey): Promise<number | null> {
    // Others start a worker and warm it, as pairs of a run find theirs.
    for (const other of neighbours(project, pair)) await inspector.inspect(project, other, WIDTH);
    const startedAt = performance.now();
    const { error } = await inspector.inspect(project, pair, WIDTH);
    return error === null ? (performance.now() - startedAt) / 1000 : null;
  }

  return {
    savedSelections: () => selections.list(),
    saveSelection: (request) => selections.save(request),
    renameSelection: (request) => selections.rename(request),
    deleteSelection: (request) => selections.remove(request),
    async timePair(pair) {
      const { project } = desk;
      const id = JSON.stringify([project.path, pair, project.parameters]);
      if (!timed.has(id)) timed.set(id, await secondsOf(project, pair));
      return { ...pair, seconds: timed.get(id)! };
    },
  };
}
