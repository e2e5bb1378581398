import type { Api } from '@/api';
import type { Desks } from '../desks';
import { exportTable } from '../exportTable';

export function exportMethods({ host, project: desk }: Desks): Pick<Api, 'exportTable'> {
  return {
    exportTable: async (request) => exportTable(desk.outcomes.sorted(), desk.project.parameters, request, host.dialogs),
  };
}
