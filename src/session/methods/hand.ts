import type { Api } from '@/api';
import type { Desks } from '../desks';

type HandMethods = Pick<Api, 'measureByHand' | 'decideByHand' | 'handDecisions' | 'pairDecisions'>;

export function handMethods({ hand, project }: Desks): HandMethods {
  return {
    measureByHand: ({ event, station, windows, width, band }) =>
      hand.measure({ event, station }, windows, { width, band }),
    decideByHand: ({ event, station, verdict, windows = {}, note }) =>
      hand.decide({ event, station }, { verdict, windows, note }),
    handDecisions: async () => hand.decisions(),
    pairDecisions: async ({ event, station }) => project.hand.history({ event, station }),
  };
}
