import { evaluationPath } from '@/core/config';
import type { Api } from '@/api';
import type { Desks } from '../desks';
import { pairView } from '../pairView';
import { ALL_SAMPLES, samplesCsv } from '../samplesCsv';

export function pairMethods({
  project: desk,
  inspector,
  results,
}: Desks): Pick<Api, 'pairDetail' | 'componentSamples' | 'prefetchPairs'> {
  return {
    pairDetail: ({ event, station, width, band }) =>
      pairView({ desk, inspector, results }, { event, station }, width, band),
    async componentSamples({ event, station, component, band }) {
      const detail = await pairView({ desk, inspector, results }, { event, station }, ALL_SAMPLES, band);
      return samplesCsv(detail, component);
    },
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
