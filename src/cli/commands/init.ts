import { createInterface } from 'node:readline/promises';
import { resolve } from 'node:path';
import type { FolderSurvey, Layout, LayoutCheck, LayoutProposal } from '@/core/model';
import { AsdfReader } from '@/executive';
import { createProject, surveyFolder, tryLayout, type AsdfReading } from '@/project';
import { columns } from '../columns';
import { plainLauncher } from '../launcher';
import { plural } from '../plural';
import { UsageError } from '../usage';

export interface InitOptions {
  /** Write without asking. */
  yes: boolean;
  json: boolean;
  /** Which proposal, from 1 on. */
  layout: number;
  events?: string;
  stations?: string;
  observed?: string;
  synthetics?: string;
}

/** Finds out how a folder is laid out, and makes it a project by writing atoa.yaml, and nothing else.
 *  @returns the exit code: 0 where it was written or only shown, 1 where nothing fits
 *  @throws ProjectError where it is a project already */
export async function init(folder: string, options: InitOptions): Promise<number> {
  const path = resolve(folder);
  const { survey, chosen } = await AsdfReader.during({ launcher: plainLauncher() }, async (read) => {
    const survey = await surveyFolder(path, read);
    const layout = layoutOf(survey, options);
    const known = survey.proposals.find((each) => each.layout === layout);
    return { survey, chosen: known ?? (layout && (await asGiven(path, layout, read))) };
  });
  if (options.json) console.log(JSON.stringify({ ...survey, chosen }, null, 2));
  else printSurvey(survey, chosen);
  if (chosen === null) return 1;
  if (survey.configFile !== null && !options.yes) return 0;
  const wanted = options.yes || (!options.json && (await agreed()));
  if (!wanted) return 0;
  const file = await createProject(path, chosen.layout);
  if (!options.json) {
    console.log(`${file} is written.`);
    console.log(`Next: atoa open ${folder}   or: atoa run ${folder}`);
  }
  return 0;
}

/** Paths that were given, with the parameters that fit what lies there. */
async function asGiven(path: string, given: Layout, read: AsdfReading): Promise<LayoutProposal> {
  const { offers } = await tryLayout(path, given, read);
  const layout = { ...given, settings: [...given.settings, ...offers] };
  return { title: 'Paths as given', layout, check: await tryLayout(path, layout, read) };
}

/** The proposal that is asked for, with the paths that are given in place of its own; null where there is none. */
function layoutOf({ proposals }: FolderSurvey, options: InitOptions): Layout | null {
  const given = Object.fromEntries(
    (['events', 'stations', 'observed', 'synthetics'] as const).flatMap((key) =>
      options[key] === undefined ? [] : [[key, options[key]]],
    ),
  );
  const own: Layout = {
    ...{ events: 'events', stations: 'stations', observed: 'observed', synthetics: 'synthetics' },
    ...{ outputs: '', settings: [] },
  };
  if (proposals.length === 0) return Object.keys(given).length > 0 ? { ...own, ...given } : null;
  const proposal = proposals[options.layout - 1];
  if (proposal === undefined) {
    throw new UsageError(`--layout ${options.layout}: there are ${proposals.length} proposals`);
  }
  return Object.keys(given).length > 0 ? { ...proposal.layout, ...given } : proposal.layout;
}

function printSurvey(survey: FolderSurvey, chosen: LayoutProposal | null): void {
  const { path, files, complete, linksOut, links, proposals, configFile } = survey;
  console.log(path);
  console.log(`${plural(files, 'file')} looked at${complete ? '' : ', not all: the folder is large'}`);
  if (linksOut > 0) {
    const names = `${links.join(', ')}${linksOut > links.length ? ' …' : ''}`;
    console.log(`Not followed, as they lead out of the folder: ${names}. Name them, as in --observed ${links[0]}.`);
  }
  if (configFile !== null) console.log(`${configFile} is there already: it is kept`);
  if (chosen === null) {
    console.log('\nNo waveforms were found: name the paths, as in --observed data --synthetics "{event_id}/syn".');
    return;
  }
  if (proposals.length > 1) {
    const rows = proposals.map(({ title, layout, check }, i) => [
      `${i + 1}${layout === chosen.layout ? ' *' : ''}`,
      ...[title, `${check.ready}`, layout.observed, layout.synthetics],
    ]);
    console.log(`\n${columns(['layout', '', 'pairs', 'observed', 'synthetics'], rows, [2]).join('\n')}`);
  }
  console.log(`\n${chosen.title}: ${foundText(chosen.check)}\n`);
  console.log(chosen.check.yaml);
}

function foundText({ events, stations, ready, responses, problems, problemCount, error }: LayoutCheck): string {
  const lines = problems.slice(0, 5).map(({ severity, message }) => `\n  ${severity}: ${message}`);
  const rest = problemCount > lines.length ? `\n  and ${problemCount - lines.length} more` : '';
  if (error !== null) return error;
  const found = `${plural(events, 'event')}, ${plural(stations, 'station')} (${responses} with response)`;
  return `${found}, ${plural(ready, 'pair')} ready${lines.join('')}${rest}`;
}

/** Asks at the terminal; no where there is none. */
async function agreed(): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    console.log('Nothing is written without --yes.');
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('Write this as atoa.yaml? [y/N] ');
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}
