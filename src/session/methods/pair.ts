import type { Api } from '@/api';
import { readLog } from '@/executive';
import type { Desks } from '../desks';

export function pairMethods({ project: desk, inspector }: Desks): Pick<Api, 'pairDetail'> {
  return {
    async pairDetail({ event, station, width }) {
      const { project } = desk;
      const outcome = desk.outcomes.get({ event, station });
      const detail = await inspector.inspect(project, { event, station }, width);
      const log = outcome === null ? detail.log : await readLog(project, { event, station });
      return { ...detail, event, station, outcome, log };
    },
  };
}
