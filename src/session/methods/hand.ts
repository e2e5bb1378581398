import type { Api } from '@/api';
import type { Desks } from '../desks';
import { SessionError } from '../error';

type HandMethods = Pick<Api, 'measureByHand' | 'decideByHand' | 'handDecisions'>;

export function handMethods({ project }: Desks): HandMethods {
  const refuse = (): never => {
    throw new SessionError('refused', `Windows by hand are not kept in ${project.project.path} yet.`);
  };
  return {
    measureByHand: async () => refuse(),
    decideByHand: async () => refuse(),
    handDecisions: async () => [],
  };
}
