import type { Api } from '@/api';
import type { Desks } from '../desks';

/** Pixels that nobody draws: traces are to be decimated to something. */
const WIDTH = 50;

type SelectionsMethods = Pick<
  Api,
  'savedSelections' | 'saveSelection' | 'renameSelection' | 'deleteSelection' | 'timePair'
>;

export function selectionsMethods({ project: desk, inspector, selections }: Desks): SelectionsMethods {
  return {
    savedSelections: () => selections.list(),
    saveSelection: (request) => selections.save(request),
    renameSelection: (request) => selections.rename(request),
    deleteSelection: (request) => selections.remove(request),
    async timePair(pair) {
      const { project } = desk;
      // The first time starts a worker and warms it; pairs of a run find theirs warm.
      await inspector.inspect(project, pair, WIDTH);
      const startedAt = performance.now();
      const { error } = await inspector.inspect(project, pair, WIDTH);
      return { ...pair, seconds: error === null ? (performance.now() - startedAt) / 1000 : null };
    },
  };
}
