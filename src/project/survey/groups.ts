import { EVENT_ID } from '../files/layout';
import { SPECFEM_NAME, type FileKind } from './kinds';
import type { SurveyedFolder } from './walk';

/** Folders that a path of the configuration would take in together. */
export interface Group {
  /** As it would stand in the configuration: with slashes, {event_id}, and a pattern of names where that is needed. */
  path: string;
  kind: FileKind;
  files: number;
  /** What {event_id} stands for; empty where it does not stand in the path. */
  ids: string[];
  /** Files that lie beside each other. */
  loose: boolean;
  /** Names of some files. */
  sample: string[];
}

/** Words that name a kind of data, not an event. */
export const ROLE =
  /^(obs(erved)?|syn(thetics?)?|traces|data|waveforms?|records?|recorded|output_files|real|sac|mseed|seed|events?|stations?|solver)$/i;

interface Folder {
  segments: string[];
  names: string[];
  mixed: boolean;
}

/** The folders that hold files of a kind, gathered under as few paths as there can be.
 *  @param known names of events: what is called so is an event's folder, even where there is only one */
export function groupsOf(
  folders: SurveyedFolder[],
  kind: FileKind,
  known: ReadonlySet<string>,
  wanted: (name: string) => boolean = () => true,
): Group[] {
  const holders = folders.flatMap(({ path, files, mixed }): Folder[] => {
    const names = (files.get(kind) ?? []).filter(wanted);
    return names.length === 0 ? [] : [{ segments: path === '' ? [] : path.split('/'), names, mixed }];
  });
  const alike = new Map<string, Folder[]>();
  for (const folder of holders) {
    for (const key of keysOf(folder)) alike.set(key.path, [...(alike.get(key.path) ?? []), folder]);
  }
  const groups = new Map<string, { folders: Folder[]; ids: string[] }>();
  for (const folder of holders) {
    const best = keysOf(folder)
      .map((key) => ({ ...key, score: score(key, alike.get(key.path)!.length, known) }))
      .reduce((a, b) => (b.score > a.score ? b : a), { path: folder.segments.join('/'), id: '', score: 0 });
    const group = groups.get(best.path) ?? { folders: [], ids: [] };
    group.folders.push(folder);
    if (best.id !== '') group.ids.push(best.id);
    groups.set(best.path, group);
  }
  return [...groups].map(([path, group]) => describe(path, group, kind));
}

/** The path with each of its parts as that of the event. */
function keysOf({ segments }: Folder): { path: string; id: string }[] {
  return segments.map((id, i) => ({ path: segments.with(i, EVENT_ID).join('/'), id }));
}

/** How much speaks for a part of a path being the event's: 0 where nothing does. */
function score({ id }: { id: string }, alike: number, known: ReadonlySet<string>): number {
  if (known.has(id)) return 1e6 + alike;
  if (alike < 2 || ROLE.test(id)) return 0;
  return alike;
}

function describe(path: string, { folders, ids }: { folders: Folder[]; ids: string[] }, kind: FileKind): Group {
  const names = folders.flatMap((folder) => folder.names);
  const perEvent = ids.length > 0;
  const segments = path === '' ? [] : path.split('/');
  const parents = perEvent && segments.at(-1) === EVENT_ID ? segments.slice(0, -1) : segments;
  const pure = folders.every(({ mixed }) => !mixed);
  // A pattern keeps what else lies there out, and outputs that come to lie there. Waveforms without one are taken to lie
  // in folders of events.
  const plain = pure && parents.length > 0 && (isWaveform(kind) ? perEvent : holdsMore(names));
  const lone = kind === 'response' || kind === 'stationxml' ? withoutStation(parents, names) : parents;
  return {
    path: plain ? lone.join('/') : [...segments, patternOf(names, kind)].join('/'),
    kind,
    files: names.length,
    ids: [...new Set(ids)],
    loose: !perEvent,
    sample: names.slice(0, 3),
  };
}

/** Whether a folder of such files is made for more of them: one file with a name of its own may be the first. */
const holdsMore = (names: string[]) =>
  new Set(names).size > 1 || !/^(CMTSOLUTION|FORCESOLUTION|SOURCE|STATIONS)$/.test(names[0]!);

/** Responses lie in folders of stations, SSS.NN, as Pyatoa has them: others come beside. */
function withoutStation(folder: string[], names: string[]): string[] {
  const [, one, two] = /^([A-Z0-9]+)\.([A-Z0-9]+)$/i.exec(folder.at(-1)!) ?? [];
  const isStation = names.some((name) => name.includes(`${one}.${two}`) || name.includes(`${two}.${one}`));
  return one !== undefined && isStation && folder.length > 1 ? folder.slice(0, -1) : folder;
}

const isWaveform = (kind: FileKind) => kind === 'synthetic' || kind === 'waveform';

/** A pattern that fits all or most of the names, and as few others as can be. */
function patternOf(names: string[], kind: FileKind): string {
  if (new Set(names).size === 1 && !isWaveform(kind)) return names[0]!;
  if (kind === 'source') return `${/^[A-Z]+/.exec(names[0]!)?.[0] ?? ''}*`;
  if (kind === 'synthetic') return names.every((name) => /\.sem[a-z]$/i.test(name)) ? '*.sem?' : '*.sem*';
  const endings = new Map<string, number>();
  for (const name of names) {
    const ending = /\.[A-Za-z0-9]*[A-Za-z][A-Za-z0-9]*$/.exec(name)?.[0] ?? '';
    endings.set(ending, (endings.get(ending) ?? 0) + 1);
  }
  const [ending, count] = [...endings].reduce((a, b) => (b[1] > a[1] ? b : a));
  const begin = commonBegin(names).replace(/\d+$/, '');
  if (ending !== '' && count === names.length) return `*${ending}`;
  return begin !== '' ? `${begin}*` : ending === '' ? '*' : `*${ending}`;
}

function commonBegin(names: string[]): string {
  let begin = names[0] ?? '';
  for (const name of names) while (!name.startsWith(begin)) begin = begin.slice(0, -1);
  return begin;
}

/** The ground motion that SPECFEM's names tell; null where they do not agree. */
export function motionOf(names: string[]): 'DISP' | 'VEL' | 'ACC' | null {
  const letters = new Set(names.map((name) => SPECFEM_NAME.exec(name)?.[1]?.toLowerCase() ?? ''));
  if (letters.size !== 1) return null;
  return ({ d: 'DISP', v: 'VEL', a: 'ACC' } as const)[[...letters][0] as 'd'] ?? null;
}
