import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { mapLimited } from './files/fileReading';
import { EVENT_ID, eventFolders, inputPaths, splitPattern } from './files/layout';
import { listFolder } from './files/listing';
import type { Project } from './types';

/** What tells cheaply whether a project is not any more as it was read: sizes and times of its inputs' folders, of what
 *  lies directly in them, and of the files that describe its events and stations. A waveform that is changed in place
 *  deeper down is not noticed: it is read when its pair is processed. */
export async function folderMarks(
  project: Pick<Project, 'path' | 'parameters' | 'configFile' | 'events' | 'stations'>,
): Promise<string> {
  const inputs = Object.values(inputPaths(project.path, project.parameters.paths)) as string[];
  const folders = await Promise.all([...new Set(inputs)].map(foldersOf));
  const described = [...project.events.values()].flatMap(({ file }) => file ?? []);
  const stationFiles = [...project.stations.values()].flatMap(({ files }) => files);
  const own = project.configFile ?? join(project.path, 'atoa.yaml');
  const paths = new Set([own, ...folders.flat(), ...described, ...stationFiles]);
  const marks = await mapLimited([...paths].sort(), 16, async (path) => {
    const found = await stat(path).catch(() => null);
    return found === null ? `${path} -` : `${path} ${found.size} ${found.mtimeMs}`;
  });
  return marks.join('\n');
}

async function foldersOf(input: string): Promise<string[]> {
  const { folder } = splitPattern(input);
  if (folder.includes(EVENT_ID)) return [...(await eventFolders(folder)).values()];
  const { files = [], folders = [] } = (await listFolder(folder)) ?? {};
  return [folder, ...[...files, ...folders].map((name) => join(folder, name))];
}
