import { AVAILABLE, bitsAt, type PairFileList, type ProjectOverview } from '@/api';
import { needsResponse } from '@/core/config';
import { isReady } from '@/core/model';
import { texts } from '../texts';

const t = texts.project;

/** Whether events hold stations or stations events. */
export type TreeKind = 'events' | 'stations';

/** A line of the tree: an event or station, one of its pairs, or a file of a pair. */
export interface TreeRow {
  key: string;
  level: 1 | 2 | 3;
  /** null for what holds nothing. */
  expanded: boolean | null;
  name: string;
  /** Counts of pairs, or whether a pair has them; null for files. */
  observed: number | boolean | null;
  synthetic: number | boolean | null;
  ready: number | boolean | null;
  note: string;
  /** Absolute path; null for what is no file. */
  file: string | null;
  /** The pair that the row is, or belongs to. */
  pair: { event: string; station: string } | null;
}

type Lists = Pick<ProjectOverview, 'events' | 'stations' | 'availability' | 'parameters'>;

/** The lines that are in sight of a tree with some lines expanded.
 *  @param files of pairs, by `event/station`; what is not there yet is being read */
export function treeRows(
  project: Lists,
  kind: TreeKind,
  expanded: ReadonlySet<string>,
  files: ReadonlyMap<string, PairFileList>,
): TreeRow[] {
  const { events, stations } = project;
  const [outer, inner] = kind === 'events' ? [events.length, stations.length] : [stations.length, events.length];
  const withResponse = needsResponse(project.parameters);
  const ready = countReady(project)[kind];
  const rows: TreeRow[] = [];
  for (let i = 0; i < outer; i++) {
    const top = topRow(project, kind, i, ready[i]!);
    const isOpen = expanded.has(top.key);
    rows.push({ ...top, expanded: isOpen });
    if (!isOpen) continue;
    for (let j = 0; j < inner; j++) {
      const [row, column] = kind === 'events' ? [i, j] : [j, i];
      const pair = { event: events[row]!.id, station: stations[column]!.code };
      const key = `${kind}:${pair.event}/${pair.station}`;
      const open = expanded.has(key);
      rows.push(pairRow(key, pair, kind, bitsAt(project.availability[row], column), withResponse, open));
      if (open) rows.push(...fileRows(key, pair, files.get(`${pair.event}/${pair.station}`)));
    }
  }
  return rows;
}

const counted = new WeakMap<Lists, Record<TreeKind, Uint32Array>>();

/** How many pairs of each event, and of each station, can run: counted once for a project, as there may be millions. */
function countReady(project: Lists): Record<TreeKind, Uint32Array> {
  const before = counted.get(project);
  if (before !== undefined) return before;
  const withResponse = needsResponse(project.parameters);
  const [events, stations] = [new Uint32Array(project.events.length), new Uint32Array(project.stations.length)];
  for (const [row, cells] of project.availability.entries()) {
    for (let column = 0; column < stations.length; column++) {
      if (!isReady(bitsAt(cells, column), withResponse)) continue;
      events[row]!++;
      stations[column]!++;
    }
  }
  counted.set(project, { events, stations });
  return { events, stations };
}

function topRow({ events, stations }: Pick<Lists, TreeKind>, kind: TreeKind, index: number, ready: number): TreeRow {
  const item = kind === 'events' ? events[index]! : stations[index]!;
  const name = 'id' in item ? item.id : item.code;
  const { observed, synthetic, problems } = item;
  const key = `${kind}:${name}`;
  return {
    key,
    level: 1,
    expanded: false,
    name,
    observed,
    synthetic,
    ready,
    note: problems.join(' '),
    file: null,
    pair: null,
  };
}

function pairRow(
  key: string,
  pair: NonNullable<TreeRow['pair']>,
  kind: TreeKind,
  bits: number,
  withResponse: boolean,
  open: boolean,
): TreeRow {
  const has = (bit: number) => (bits & bit) === bit;
  return {
    ...{ key, level: 2, expanded: open, name: kind === 'events' ? pair.station : pair.event },
    ...{ observed: has(AVAILABLE.observed), synthetic: has(AVAILABLE.synthetic) },
    ...{ ready: isReady(bits, withResponse), note: '', file: null, pair },
  };
}

function fileRows(key: string, pair: NonNullable<TreeRow['pair']>, files: PairFileList | undefined): TreeRow[] {
  const row = (i: number, note: string, file: string | null, name: string): TreeRow => ({
    ...{ key: `${key}#${i}`, level: 3, expanded: null, name, note, file, pair },
    ...{ observed: null, synthetic: null, ready: null },
  });
  if (files === undefined) return [row(0, '', null, t.readingFiles)];
  const sides: [string, string[]][] = [
    [t.sides.event, files.event === null ? [] : [files.event]],
    [t.sides.station, files.stations],
    [t.sides.observed, files.observed],
    [t.sides.synthetic, files.synthetic],
  ];
  const lines = sides.flatMap(([side, list]): [string, string | null][] =>
    list.length === 0 ? [[side, null]] : list.map((file) => [side, file]),
  );
  return lines.map(([side, file], i) => row(i, side, file, file ?? t.noFile));
}
