import type { Api } from '@/api';
import type { Desks } from '../desks';
import { exportTable, previewTable, type TableSource } from '../exportTable';

type ExportMethods = Pick<Api, 'exportTable' | 'previewTable'>;

export function exportMethods({ host, project: desk, exits }: Desks): ExportMethods {
  const source = (): TableSource => {
    const { parameters } = desk.project;
    return { outcomes: desk.outcomes.all(), parameters, version: host.version };
  };
  return {
    exportTable: async (request) => exportTable(source(), request, exits),
    previewTable: async (request) => previewTable(source(), request),
  };
}
