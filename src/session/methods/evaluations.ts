import type { Api } from '@/api';
import type { Desks } from '../desks';
import { SessionError } from '../error';

type EvaluationsMethods = Pick<Api, 'pairEvaluations' | 'evaluationDetail' | 'recordSection'>;

export function evaluationsMethods({ project }: Desks): EvaluationsMethods {
  const refuse = (): never => {
    throw new SessionError('refused', `Stored results are not read from ${project.project.path} yet.`);
  };
  return {
    pairEvaluations: async () => refuse(),
    evaluationDetail: async () => refuse(),
    recordSection: async () => refuse(),
  };
}
