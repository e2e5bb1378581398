import type { Api } from '@/api';
import type { Desks } from '../desks';
import { recordSection } from '../recordSection';

type EvaluationsMethods = Pick<Api, 'pairEvaluations' | 'evaluationDetail' | 'recordSection'>;

export function evaluationsMethods({ project: desk, results }: Desks): EvaluationsMethods {
  return {
    pairEvaluations: ({ event, station }) => results.evaluations(desk.project, { event, station }),
    async evaluationDetail({ event, station, evaluation, width }) {
      const detail = await results.detail(desk.project, { event, station }, evaluation, width);
      return { ...detail, event, station, outcome: desk.outcomes.get({ event, station }), source: 'run' };
    },
    recordSection: (request) => recordSection(desk, results, request),
  };
}
