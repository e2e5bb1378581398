import { sep } from 'node:path';
import { bandCaution, syntheticTag } from '@/core/config';
import { wildcard, type ProjectProblem } from '@/core/model';
import { asdfFiles, isAsdf } from './asdf/asdfFiles';
import { AsdfWaveforms } from './asdf/asdfWaveforms';
import { EVENT_ID, shownPath, splitPattern, type InputPaths } from './files/layout';
import { listFolder } from './files/listing';
import { outputFolders } from './outputs';
import { ProjectError, type Project } from './types';
import { parseWaveformName } from './waveforms/waveformName';

/** Folders and files of waveforms that are missing or not as they should be. */
export async function inputProblems(project: Project, inputs: InputPaths): Promise<ProjectProblem[]> {
  return [...(await missingFolders(project.path, inputs)), ...tagProblems(project)];
}

async function missingFolders(root: string, inputs: InputPaths): Promise<ProjectProblem[]> {
  const problems: ProjectProblem[] = [];
  for (const side of ['observed', 'synthetics'] as const) {
    const { folder: path, pattern } = splitPattern(inputs[side]);
    const parent = path.includes(EVENT_ID) ? path.slice(0, path.lastIndexOf(sep, path.indexOf(EVENT_ID))) : path;
    if (isAsdf(path)) {
      if ((await asdfFiles(path)).length === 0) problems.push(missingAsdf(root, path, side));
      continue;
    }
    const listing = await listFolder(parent);
    if (listing === null) {
      problems.push({
        severity: 'error',
        file: parent,
        message: `no ${kindOf(side)} waveforms: there is no folder ${shownPath(root, parent)}`,
        advice: `Make it and put them there, or say in atoa.yaml where they are: paths.${side}.`,
      });
    } else if (pattern !== null && path === parent) {
      if (!listing.files.some(wildcard(pattern))) problems.push(noFile(root, inputs[side], side));
    } else if (listing.files.some((name) => parseWaveformName(name) !== null)) {
      problems.push({
        severity: 'warning',
        file: parent,
        message: `waveforms that lie directly in ${shownPath(root, parent)} are not used`,
        advice: `Put them into a folder per event, named by the event, or name the files in paths.${side}, as in ${shownPath(root, parent)}/*.`,
      });
    }
  }
  return problems;
}

type Side = 'observed' | 'synthetics';

const kindOf = (side: Side) => (side === 'observed' ? 'observed' : 'synthetic');

function noFile(root: string, path: string, side: Side): ProjectProblem {
  return {
    severity: 'error',
    file: splitPattern(path).folder,
    message: `no ${kindOf(side)} waveforms: no file fits ${shownPath(root, path)}`,
    advice: `Put files there, or set paths.${side} in atoa.yaml.`,
  };
}

function missingAsdf(root: string, path: string, side: Side): ProjectProblem {
  return {
    severity: 'error',
    file: path,
    message: `no ${kindOf(side)} waveforms: there is no ASDF file ${shownPath(root, path)}`,
    advice: `Put it there, or set paths.${side} in atoa.yaml.`,
  };
}

/** ASDF files that hold waveforms, but none with the tag that is looked for. */
function tagProblems({ observed, synthetic, parameters }: Project): ProjectProblem[] {
  return [
    { side: 'observed', index: observed, tag: parameters.observed_tag, keys: 'observed_tag' },
    {
      ...{ side: 'synthetic', index: synthetic, tag: syntheticTag(parameters) },
      keys: 'synthetic_tag, or iteration and step_count',
    },
  ].flatMap(({ side, index, tag, keys }): ProjectProblem[] => {
    const others = index instanceof AsdfWaveforms ? index.otherTags() : null;
    if (others === null) return [];
    const there = others.length > 0 ? `there are ${others.join(', ')}` : 'there are no waveforms at all';
    const message = `no ${side} waveforms with the tag "${tag}" in the ASDF files; ${there}`;
    return [{ severity: 'error', file: null, message, advice: `Set ${keys} in atoa.yaml.` }];
  });
}

/** What the parameters do to all pairs alike that may surprise. */
export function parameterProblems({ parameters, configFile }: Project): ProjectProblem[] {
  const caution = bandCaution(parameters);
  return caution === null ? [] : [{ severity: 'warning', file: configFile, ...caution }];
}

/** Outputs that would be written where they must not. */
export function outputProblems(project: Project): ProjectProblem[] {
  try {
    outputFolders(project);
    return [];
  } catch (error) {
    if (!(error instanceof ProjectError)) throw error;
    return [{ severity: 'error', file: project.configFile, message: error.message, advice: error.advice }];
  }
}
