import { resolve } from 'node:path';
import type { Api } from '@/api';
import { chosenPairs } from '@/inspector';
import { refuseInputs } from '@/project';
import type { Desks } from '../desks';
import { exportAdjointSources } from '../exports/adjointSources';
import { exportFigure, startFigures } from '../exports/figures';
import { writeWhole } from '../exports/files';
import { writeRerun } from '../exports/rerun';
import { exportTable, previewTable, type TableSource } from '../exports/table';

type ExportMethods = Pick<
  Api,
  | 'exportTable'
  | 'previewTable'
  | 'exportFigure'
  | 'savePicture'
  | 'startFigures'
  | 'startAdjointSources'
  | 'startRerun'
  | 'cancelExport'
  | 'exportState'
  | 'chooseExportFolder'
>;

const RERUN_NAME = 'atoa-rerun.yaml';

export function exportMethods(desks: Desks): ExportMethods {
  const { host, project: desk, exits, exporting } = desks;
  const source = (): TableSource => {
    const { parameters } = desk.project;
    return { outcomes: desk.outcomes.all(), parameters, version: host.version };
  };
  return {
    exportTable: async (request) => exportTable(source(), request, exits),
    previewTable: async (request) => previewTable(source(), request),
    exportFigure: (request) => exportFigure(desks, request),
    savePicture: ({ name, format, base64 }) =>
      exits.save(name, format, (path) => writeWhole(path, Buffer.from(base64, 'base64'))),
    startFigures: (request) => startFigures(desks, request),
    async startAdjointSources({ filter, folder }) {
      exporting.refuseWhileGoing();
      const { project } = desk;
      const place = resolve(project.path, folder);
      refuseInputs(project, place);
      const pairs = [...chosenPairs(desk.outcomes.all(), filter)];
      return exporting.start({
        what: 'adjointSources',
        total: pairs.length,
        async work(advance) {
          const { files, findings } = await exportAdjointSources({ project, pairs, folder: place }, advance);
          return { path: place, files, problems: findings.shown, problemCount: findings.count, download: null };
        },
      });
    },
    async startRerun() {
      exporting.refuseWhileGoing();
      const { project } = desk;
      const outcomes = [...desk.outcomes.all()];
      const place = await exits.ask(RERUN_NAME, 'yaml');
      if (place === null) return { started: false };
      return exporting.start({
        what: 'rerun',
        total: project.events.size,
        async work(advance) {
          const text = await writeRerun(project, outcomes, host.version, { advance });
          if (text === null) return null;
          const delivered = await exits.deliver(place, RERUN_NAME, (path) => writeWhole(path, text));
          return { files: 1, problems: [], problemCount: 0, ...delivered };
        },
      });
    },
    async cancelExport() {
      exporting.cancel();
      return null;
    },
    exportState: async () => exporting.progress,
    chooseExportFolder: () => exits.chooseFolder('Export to a folder'),
  };
}
