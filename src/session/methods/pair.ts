import { evaluationPath } from '@/core/config';
import type { Api } from '@/api';
import type { Desks } from '../desks';
import { pairView } from '../pairView';

export function pairMethods({ project: desk, inspector, results }: Desks): Pick<Api, 'pairDetail' | 'prefetchPairs'> {
  return {
    pairDetail: ({ event, station, width }) => pairView({ desk, inspector, results }, { event, station }, width),
    async prefetchPairs({ pairs }) {
      const { project } = desk;
      const evaluation = evaluationPath(project.parameters);
      inspector.prefetch(
        project,
        pairs.map((pair) => ({ pair, hand: desk.hand.in(evaluation, pair) })),
      );
      return null;
    },
  };
}
