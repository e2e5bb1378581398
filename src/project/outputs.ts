import { basename, isAbsolute, join, resolve } from 'node:path';
import { isAsdf } from './asdf/asdfFiles';
import { EVENT_ID, inputPaths, isInput, isWithin, shownPath } from './files/layout';
import { ProjectError, type Project } from './types';

/** Where a run writes: absolute paths, plain data. */
export interface OutputFolders {
  /** The project's folder. */
  root: string;
  /** Journal, spool and lock. */
  state: string;
  datasets: string;
  /** Name of a dataset, with {event_id} in it. */
  datasetFile: string;
  adjsrcs: string;
  /** Files of the misfit of each event. */
  residuals: string;
  figures: string;
  logs: string;
  misfits: string;
}

const STATE = '.atoa';

/** The output folders of a project, or the same below `outDir` where one is given.
 *  @throws ProjectError where an output would lie in an input folder, or the dataset's name is no plain file name */
export function outputFolders(project: Pick<Project, 'path' | 'parameters'>, outDir?: string): OutputFolders {
  const { paths } = project.parameters;
  const root = resolve(outDir ?? project.path);
  // With a folder of their own, outputs stay in it whatever paths the configuration has.
  const place = (path: string) =>
    outDir !== undefined && (isAbsolute(path) || !isWithin(resolve(root, path), root))
      ? join(root, basename(path))
      : resolve(root, path);
  const folders: OutputFolders = {
    root: project.path,
    state: join(root, STATE),
    datasets: place(paths.datasets),
    datasetFile: paths.dataset_file,
    adjsrcs: place(paths.adjsrcs),
    residuals: place(paths.residuals),
    figures: place(paths.figures),
    logs: place(paths.logs),
    misfits: place(paths.misfits),
  };
  if (basename(folders.datasetFile) !== folders.datasetFile || !folders.datasetFile.includes(EVENT_ID)) {
    throw new ProjectError(
      'bad-output',
      `paths.dataset_file is "${folders.datasetFile}"`,
      `Give a file name with ${EVENT_ID} in it, such as ${EVENT_ID}.h5.`,
    );
  }
  refuseOutputs(project, folders);
  return folders;
}

/** Nothing is ever written where data are read from. */
function refuseOutputs(project: Pick<Project, 'path' | 'parameters'>, folders: OutputFolders): void {
  const inputs = inputPaths(project.path, project.parameters.paths);
  for (const input of ['events', 'stations', 'observed', 'synthetics'] as const) {
    for (const output of ['state', 'datasets', 'adjsrcs', 'residuals', 'figures', 'logs', 'misfits'] as const) {
      if (!isInput(folders[output], inputs[input])) continue;
      throw new ProjectError(
        'bad-output',
        `${output} would be written to ${shownPath(project.path, folders[output])}, which lies in the folder of ${input}`,
        `Set paths.${output === 'state' ? input : output} to another folder, or run with --out.`,
      );
    }
    // A dataset that is read might be the very one that is to be written.
    if (isAsdf(inputs[input]) && isWithin(inputs[input], folders.datasets)) {
      throw new ProjectError(
        'bad-output',
        `${input} are read from ${shownPath(project.path, inputs[input])}, which lies where datasets are written`,
        'Set paths.datasets to another folder, or run with --out.',
      );
    }
  }
}

/** Refuses a folder for exports that lies where data are read from.
 *  @throws ProjectError */
export function refuseInputs(project: Pick<Project, 'path' | 'parameters'>, folder: string): void {
  const inputs = inputPaths(project.path, project.parameters.paths);
  for (const input of ['events', 'stations', 'observed', 'synthetics'] as const) {
    if (!isWithin(folder, inputs[input])) continue;
    throw new ProjectError(
      'bad-output',
      `${shownPath(project.path, folder)} lies in the folder of ${input}`,
      'Nothing is written where data are read from: choose another folder.',
    );
  }
}
