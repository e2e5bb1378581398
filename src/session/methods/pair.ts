import { evaluationPath } from '@/core/config';
import type { Api } from '@/api';
import { readLog } from '@/executive';
import type { Desks } from '../desks';

export function pairMethods({ project: desk, inspector }: Desks): Pick<Api, 'pairDetail' | 'prefetchPairs'> {
  return {
    async pairDetail({ event, station, width }) {
      const { project } = desk;
      const outcome = desk.outcomes.get({ event, station });
      const hand = desk.hand.in(evaluationPath(project.parameters), { event, station });
      const detail = await inspector.inspect(project, { event, station }, width, { hand });
      const log = outcome === null ? detail.log : await readLog(project, { event, station });
      return { ...detail, event, station, outcome, log, source: outcome === null ? 'computed' : 'run' };
    },
    async prefetchPairs({ pairs }) {
      for (const pair of pairs) void inspector.inspect(desk.project, pair, 50).catch(() => undefined);
      return null;
    },
  };
}
