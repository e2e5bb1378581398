import { open, unlink } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import {
  AVAILABLE,
  bitsAt,
  isReady,
  type FolderSurvey,
  type Layout,
  type LayoutCheck,
  type LayoutProposal,
} from '@/core/model';
import { ConfigError, needsResponse, parseParameters } from '@/core/config';
import { readAsdfContent, type AsdfReading } from '../asdf/asdfContent';
import { inspectProject, type Inspection } from '../inspect';
import { openProject } from '../open';
import { CONFIG_NAMES, findParameters } from '../parametersFile';
import { ProjectError } from '../types';
import { proposeLayouts } from './propose';
import { settingsOfProject } from './settings';
import { walk, type SurveyLimits } from './walk';
import { layoutYaml } from './yaml';

/** Problems and names that a check tells; the numbers of all are told beside them. */
const MOST_PROBLEMS = 20;
const MOST_NAMES = 3;

/** Looks through a folder, and proposes how its paths are to be mapped, each with what would be found. Writes nothing.
 *  @throws ProjectError where it is no folder that can be read */
export async function surveyFolder(
  folder: string,
  readAsdf: AsdfReading = readAsdfContent,
  limits?: SurveyLimits,
): Promise<FolderSurvey> {
  const path = resolve(folder);
  const walked = await walk(path, limits);
  if (walked === null) throw new ProjectError('no-folder', `${path} is not a folder`, 'Name the folder of your data.');
  const proposals: LayoutProposal[] = [];
  for (const { title, layout } of await proposeLayouts(path, walked, readAsdf)) {
    proposals.push({ title, layout, check: await tryLayout(path, layout, readAsdf) });
  }
  proposals.sort((a, b) => b.check.ready - a.check.ready);
  const { files, complete, linksOut, links } = walked;
  const configFile = (await findParameters(path))?.file ?? null;
  return { path, name: basename(path), configFile, files, complete, linksOut, links, proposals };
}

/** What a folder would be as a project with a layout. Writes nothing. */
export async function tryLayout(
  folder: string,
  layout: Layout,
  readAsdf: AsdfReading = readAsdfContent,
): Promise<LayoutCheck> {
  const yaml = layoutYaml(layout);
  try {
    const project = await openProject(folder, { yaml, readAsdf });
    const set = new Set(layout.settings.map(({ key }) => key));
    const offers = settingsOfProject(project).filter(({ key }) => !set.has(key));
    return { yaml, error: null, ...countsOf(inspectProject(project)), offers };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const nothing = { events: 0, describedEvents: 0, stations: 0, describedStations: 0, responses: 0 };
    const none = {
      observed: 0,
      synthetic: 0,
      ready: 0,
      eventIds: [],
      stationCodes: [],
      problems: [],
      problemCount: 0,
      offers: [],
    };
    return { yaml, error: error.message, ...nothing, ...none };
  }
}

function countsOf({
  events,
  stations,
  availability,
  problems,
  parameters,
}: Inspection): Omit<LayoutCheck, 'yaml' | 'error' | 'offers'> {
  const cells = availability.flatMap((row) => Array.from(row, (_, column) => bitsAt(row, column)));
  const withResponse = needsResponse(parameters);
  const count = (bits: number) => cells.reduce((sum, cell) => sum + ((cell & bits) === bits ? 1 : 0), 0);
  return {
    events: events.length,
    describedEvents: events.filter(({ time }) => time !== null).length,
    stations: stations.length,
    describedStations: stations.filter(({ latitude }) => latitude !== null).length,
    responses: stations.filter(({ hasResponse }) => hasResponse).length,
    observed: count(AVAILABLE.observed),
    synthetic: count(AVAILABLE.synthetic),
    ready: cells.filter((cell) => isReady(cell, withResponse)).length,
    eventIds: events.slice(0, MOST_NAMES).map(({ id }) => id),
    stationCodes: stations.slice(0, MOST_NAMES).map(({ code }) => code),
    problems: problems.slice(0, MOST_PROBLEMS),
    problemCount: problems.length,
  };
}

/** Writes the file of parameters that makes a folder a project, and nothing else.
 *  @returns the file
 *  @throws ProjectError where there is one already, or it cannot be written; ConfigError for a layout that is none */
export async function createProject(folder: string, layout: Layout): Promise<string> {
  const path = resolve(folder);
  const existing = await findParameters(path);
  if (existing !== null) {
    throw new ProjectError(
      'already-project',
      `${existing.file} is there already`,
      'Open the project, or edit this file.',
    );
  }
  const yaml = layoutYaml(layout);
  parseParameters(yaml, CONFIG_NAMES[0]);
  const file = join(path, CONFIG_NAMES[0]);
  try {
    // `wx` refuses a file that came meanwhile.
    const handle = await open(file, 'wx');
    try {
      await handle.writeFile(yaml);
      await handle.sync();
    } catch (error) {
      // Half a file would be taken for parameters.
      await unlink(file);
      throw error;
    } finally {
      await handle.close();
    }
  } catch (cause) {
    const advice = 'Check that you may write into the folder, and that the disk has room.';
    throw new ProjectError('not-created', `${file} cannot be written: ${(cause as Error).message}`, advice, cause);
  }
  return file;
}
