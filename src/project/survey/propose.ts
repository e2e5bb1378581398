import type { FoundLayout, Layout } from '@/core/model';
import { EVENT_ID } from '../files/layout';
import type { AsdfReading } from '../asdf/asdfContent';
import { asdfLayouts } from './asdfLayout';
import { groupsOf, ROLE, type Group } from './groups';
import { fittingSettings } from './settings';
import type { SurveyedFolder, Walk } from './walk';

/** The paths of a project as Atoa lays it out itself. */
const OWN_PATHS = { events: 'events', stations: 'stations', observed: 'observed', synthetics: 'synthetics' };
const MOST = 4;
const OBSERVED = /(^|[/_.-])(obs|observed|real|recorded|records|seed|mseed|sds|archive)([/_.-]|$)/i;
const SYNTHETIC = /(^|[/_.-])(syn|synthetics?|output_files|specfem\w*|simulations?|model)([/_.-]|$)/i;
/** Where synthetics are put on purpose, as SeisFlows does, rather than left by the solver. */
const SYNTHETIC_FOLDER = /(^|\/)syn(thetics?)?$/i;
const YEAR = /(^|\/)(?:19|20)\d\d\/[^/]+\/[^/]+\/[^/]+$/;
/** What a run writes beside the inputs, by the names it has without a word in the configuration. */
const OUTPUTS = ['datasets', 'adjsrcs', 'residuals', 'figures', 'logs', 'misfits.csv'];

/** Layouts that fit what lies in a folder, the most likely first; none where there are no waveforms. */
export async function proposeLayouts(root: string, walk: Walk, readAsdf: AsdfReading): Promise<FoundLayout[]> {
  const folders = walk.folders.map(withStrayDays);
  const known = new Set([...namedEvents(folders), ...twins(folders)]);
  const described = [
    ...groupsOf(folders, 'source', known, isSuffixed),
    ...groupsOf(folders, 'source', known, (name) => !isSuffixed(name)),
    ...groupsOf(folders, 'quakeml', known),
  ];
  const events = best(
    described,
    ({ ids, files, kind }) => Math.max(ids.length, files) + (kind === 'quakeml' ? 0.5 : 0),
  );
  const stations = stationsGroup(folders, known);
  const waveforms = [
    ...archives(folders),
    ...groupsOf(folders, 'waveform', known),
    ...groupsOf(folders, 'synthetic', known),
  ];
  const outputs = OUTPUTS.some((name) => walk.top.has(name)) ? 'atoa' : '';
  const sides = chooseSides(waveforms);
  const common = { events: events?.path ?? OWN_PATHS.events, stations: stations?.path ?? OWN_PATHS.stations, outputs };
  const found = sides.map(({ observed, synthetics, how }): FoundLayout => {
    const hasResponse = stations?.kind === 'stationxml' || stations?.kind === 'response';
    const settings = fittingSettings(observed?.sample ?? [], synthetics?.sample ?? [], hasResponse);
    const paths = {
      observed: observed?.path ?? OWN_PATHS.observed,
      synthetics: synthetics?.path ?? OWN_PATHS.synthetics,
    };
    const layout = { ...common, ...paths, settings };
    return { title: [titleOf(layout, observed), how].filter(Boolean).join(', '), layout };
  });
  const inAsdf = await asdfLayouts(root, folders, { ...common, sides: sides[0] ?? null }, readAsdf);
  return [...found, ...inAsdf].slice(0, MOST);
}

/** Days that lie in no archive are waveforms like any others. */
function withStrayDays(folder: SurveyedFolder): SurveyedFolder {
  const days = folder.files.get('day');
  if (days === undefined || YEAR.test(folder.path)) return folder;
  const files = new Map(folder.files);
  files.delete('day');
  return { ...folder, files: files.set('waveform', [...(files.get('waveform') ?? []), ...days]) };
}

const isSuffixed = (name: string) => /^(CMTSOLUTION|FORCESOLUTION|SOURCE)_./.test(name);

/** Names that events have by their files: CMTSOLUTION_<event>, <event>.xml. */
function namedEvents(folders: SurveyedFolder[]): string[] {
  return folders.flatMap(({ files }) => [
    ...(files.get('source') ?? []).filter(isSuffixed).map((name) => name.slice(name.indexOf('_') + 1)),
    ...(files.get('quakeml') ?? []).map((name) => name.replace(/\.[^.]+$/, '')),
  ]);
}

/** Names of folders that lie in two folders of waveforms, such as obs/<event> and syn/<event>. */
function twins(folders: SurveyedFolder[]): string[] {
  const parents = new Map<string, Set<string>>();
  for (const { path, files } of folders) {
    const [name = '', parent = ''] = path.split('/').reverse();
    if (!(files.has('waveform') || files.has('synthetic')) || ROLE.test(name) || !ROLE.test(parent)) continue;
    parents.set(name, (parents.get(name) ?? new Set()).add(path.slice(0, -name.length)));
  }
  return [...parents].flatMap(([name, list]) => (list.size > 1 ? [name] : []));
}

/** Files with responses before those with places alone; of these, SPECFEM's input before the lists that it writes. */
function stationsGroup(folders: SurveyedFolder[], known: ReadonlySet<string>): Group | null {
  const groups = [
    groupsOf(folders, 'stationxml', known),
    groupsOf(folders, 'response', known),
    groupsOf(folders, 'stations', known, (name) => name.startsWith('STATIONS')),
    groupsOf(folders, 'stations', known),
  ].find((list) => list.length > 0);
  return best(groups ?? [], ({ files, path }) => (path.includes('OUTPUT_FILES') ? 0 : files));
}

/** Archives of days, each by the folder that holds its years. */
function archives(folders: SurveyedFolder[]): Group[] {
  const roots = new Map<string, Group>();
  for (const { path, files } of folders) {
    const names = files.get('day');
    if (names === undefined || !YEAR.test(path)) continue;
    const root = path.split('/').slice(0, -4).join('/') || '.';
    const group = roots.get(root) ?? { path: root, kind: 'day', files: 0, ids: [], loose: false, sample: names };
    roots.set(root, { ...group, files: group.files + names.length });
  }
  return [...roots.values()];
}

interface Sides {
  observed: Group | null;
  synthetics: Group | null;
  /** What sets it apart from the first choice; empty for that. */
  how: string;
}

/** Which waveforms are recorded and which are simulated: by what their names say, and where they lie. The second choice
 *  is another set of records, or the two sides the other way round. */
function chooseSides(groups: Group[]): Sides[] {
  const synthetics = best(groups, (group) => likelySynthetic(group) + size(group));
  const simulated = synthetics !== null && likelySynthetic(synthetics) > 0 ? synthetics : null;
  const records = groups
    .filter((group) => group !== simulated)
    .sort((a, b) => likelyObserved(b) + size(b) - likelyObserved(a) - size(a));
  const [observed = null, other] = records;
  if (simulated === null && observed === null) return [];
  const sides: Sides[] = [{ observed, synthetics: simulated, how: '' }];
  if (other !== undefined && likelyObserved(other) >= 0) {
    sides.push({ observed: other, synthetics: simulated, how: `observed in ${other.path}` });
  }
  if (observed !== null && simulated !== null && observed.kind === simulated.kind) {
    sides.push({ observed: simulated, synthetics: observed, how: 'observed and synthetic the other way round' });
  }
  return sides;
}

const hint = (pattern: RegExp, { path }: Group) => (pattern.test(path) ? 1 : 0);
const likelySynthetic = (group: Group) =>
  (group.kind === 'synthetic' ? 2 : 0) +
  2 * hint(SYNTHETIC, group) +
  hint(SYNTHETIC_FOLDER, group) -
  3 * hint(OBSERVED, group);
const likelyObserved = (group: Group) =>
  (group.kind === 'day' ? 3 : group.kind === 'waveform' ? 2 : 0) +
  2 * hint(OBSERVED, group) -
  3 * hint(SYNTHETIC, group);
/** Below one: it decides between equals. */
const size = ({ files }: Group) => files / (files + 100);

function titleOf(layout: Layout, observed: Group | null): string {
  const { events, synthetics } = layout;
  if (Object.entries(OWN_PATHS).every(([key, path]) => layout[key as keyof typeof OWN_PATHS] === path)) {
    return "Atoa's own folders";
  }
  if (`${layout.observed} ${synthetics}`.includes('/traces/')) return 'SeisFlows working folder';
  const archive = observed?.kind === 'day' ? ' with an archive of days (SDS)' : '';
  if (events.startsWith(EVENT_ID) || synthetics.startsWith(EVENT_ID)) return `A folder for each event or run${archive}`;
  if (/OUTPUT_FILES/.test(synthetics)) return `SPECFEM working folder${archive}`;
  if (archive !== '') return 'Archive of days (SDS), with synthetics';
  return /\*/.test(layout.observed + synthetics) ? 'Loose files' : 'Folders of waveforms';
}

function best<T>(items: T[], score: (item: T) => number): T | null {
  return items.reduce<T | null>((top, item) => (top === null || score(item) > score(top) ? item : top), null);
}
