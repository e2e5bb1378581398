import type { Api } from '@/api';
import type { Desks } from '../desks';

export function handMethods({ hand }: Desks): Pick<Api, 'measureByHand' | 'decideByHand' | 'handDecisions'> {
  return {
    measureByHand: ({ event, station, windows, width }) => hand.measure({ event, station }, windows, width),
    decideByHand: ({ event, station, verdict, windows = {}, note }) =>
      hand.decide({ event, station }, { verdict, windows, note }),
    handDecisions: async () => hand.decisions(),
  };
}
