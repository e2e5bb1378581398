import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { createColumnHelper, type ColumnDef } from '@tanstack/react-table';
import type { EventSummary, StationSummary } from '@/api';
import { count, dateTime, fixed } from '../common/format';
import { texts } from '../texts';
import classes from './ItemTable.module.css';
import type { ItemReach } from './reaching';
import type { Features } from './table';

const t = texts.select;

function Problems({ problems }: { problems: string[] }) {
  const [first] = problems;
  if (first === undefined) {
    return (
      <span className={classes.state}>
        <IconCheck size={13} color="var(--ok)" aria-hidden="true" />
        <span className="dim">{t.ok}</span>
      </span>
    );
  }
  return (
    <span className={classes.state} title={problems.join('\n')} style={{ color: 'var(--warn)' }}>
      <IconAlertTriangle size={13} aria-hidden="true" style={{ flex: 'none' }} />
      <span>{first}</span>
    </span>
  );
}

function Numeric({ text }: { text: string }) {
  return <span className={classes.numeric}>{text}</span>;
}

function DataCounts({ observed, synthetic }: { observed: number; synthetic: number }) {
  return <Numeric text={`${count(observed)} / ${count(synthetic)}`} />;
}

/** An item of a list, with how far it is from what is chosen in the other list. */
export type WithReach<T> = T & { reach: ItemReach | null };

/** 512; or 85–940 where several are chosen; a dash where coordinates are missing. */
function Distance({ reach }: { reach: ItemReach | null }) {
  const [least, greatest] = [count(reach && reach.leastKm), count(reach && reach.greatestKm)];
  return <Numeric text={least === greatest ? least : `${least}–${greatest}`} />;
}

function Azimuth({ reach }: { reach: ItemReach | null }) {
  const azimuth = reach?.azimuthDeg ?? null;
  return <Numeric text={azimuth === null ? '–' : `${fixed(azimuth, 0)}°`} />;
}

/** Columns of either list that hold numbers and are set flush right. */
export const NUMERIC: ReadonlySet<string> = new Set([
  ...['magnitude', 'depth', 'data', 'elevation', 'distance', 'azimuth'],
]);

/** Distance and azimuth of either list. Without coordinates an item is last, whichever way the list is sorted. */
function reachColumns<T extends EventSummary | StationSummary>(distanceHint: string, azimuthHint: string) {
  const either = createColumnHelper<Features, WithReach<T>>();
  return [
    either.accessor((item) => item.reach?.leastKm ?? undefined, {
      id: 'distance',
      header: () => <span title={distanceHint}>{t.distance}</span>,
      sortFn: 'basic',
      sortDescFirst: false,
      sortUndefined: 'last',
      cell: (info) => <Distance reach={info.row.original.reach} />,
    }),
    either.accessor((item) => item.reach?.azimuthDeg ?? undefined, {
      id: 'azimuth',
      header: () => <span title={azimuthHint}>{t.azimuth}</span>,
      sortFn: 'basic',
      sortDescFirst: false,
      sortUndefined: 'last',
      cell: (info) => <Azimuth reach={info.row.original.reach} />,
    }),
  ] as const;
}

const event = createColumnHelper<Features, WithReach<EventSummary>>();

/** Wide enough for the longest name, to a limit, so that names that differ at their ends can be told apart. */
const nameWidth = (names: string[], least: number) =>
  `${Math.min(Math.max(least, 18 + 7.6 * Math.max(0, ...names.map(({ length }) => length))), 190)}px`;

/** @returns widths of the columns, as a grid has them */
export function eventTemplate(ids: string[]): string {
  return `minmax(${nameWidth(ids, 112)}, 1fr) 132px 34px 60px 90px 74px 80px minmax(72px, 1.4fr)`;
}
export const EVENT_COLUMNS = event.columns([
  event.accessor('id', { header: t.id, sortFn: 'text' }),
  event.accessor((item) => item.time ?? undefined, {
    id: 'time',
    header: t.time,
    sortFn: 'basic',
    sortUndefined: 'last',
    cell: (info) => (
      // Seconds have no room; they stand in the title.
      <span className="num" title={dateTime(info.row.original.time)}>
        {dateTime(info.row.original.time).slice(0, 16)}
      </span>
    ),
  }),
  event.accessor((item) => item.magnitude ?? undefined, {
    id: 'magnitude',
    header: t.magnitude,
    sortFn: 'basic',
    sortUndefined: 'last',
    cell: (info) => <Numeric text={fixed(info.row.original.magnitude, 1)} />,
  }),
  event.accessor((item) => item.depthKm ?? undefined, {
    id: 'depth',
    header: t.depth,
    sortFn: 'basic',
    sortUndefined: 'last',
    cell: (info) => (
      <Numeric text={info.row.original.depthKm === null ? '–' : `${fixed(info.row.original.depthKm, 0)} km`} />
    ),
  }),
  ...reachColumns<EventSummary>(t.distanceHints.events, t.azimuthHints.events),
  event.accessor((item) => Math.min(item.observed, item.synthetic), {
    id: 'data',
    header: t.data,
    sortFn: 'basic',
    cell: (info) => <DataCounts {...info.row.original} />,
  }),
  event.accessor((item) => -item.problems.length, {
    id: 'problems',
    header: t.problems,
    sortFn: 'basic',
    cell: (info) => <Problems problems={info.row.original.problems} />,
  }),
]) as ColumnDef<Features, WithReach<EventSummary>>[];

const station = createColumnHelper<Features, WithReach<StationSummary>>();

/** @returns widths of the columns, as a grid has them */
export function stationTemplate(codes: string[]): string {
  return `minmax(${nameWidth(codes, 88)}, 0.8fr) 82px 98px 72px 84px 86px minmax(90px, 2fr)`;
}
export const STATION_COLUMNS = station.columns([
  station.accessor('code', { header: t.code, sortFn: 'text' }),
  station.accessor((item) => item.elevationM ?? undefined, {
    id: 'elevation',
    header: t.elevation,
    sortFn: 'basic',
    sortUndefined: 'last',
    cell: (info) => (
      <Numeric text={info.row.original.elevationM === null ? '–' : `${fixed(info.row.original.elevationM, 0)} m`} />
    ),
  }),
  ...reachColumns<StationSummary>(t.distanceHints.stations, t.azimuthHints.stations),
  station.accessor((item) => Math.min(item.observed, item.synthetic), {
    id: 'data',
    header: t.data,
    sortFn: 'basic',
    cell: (info) => <DataCounts {...info.row.original} />,
  }),
  station.accessor((item) => (item.hasResponse ? 1 : 0), {
    id: 'response',
    header: t.response,
    sortFn: 'basic',
    cell: (info) => (info.row.original.hasResponse ? t.hasResponse : t.noResponse),
  }),
  station.accessor((item) => -item.problems.length, {
    id: 'problems',
    header: t.problems,
    sortFn: 'basic',
    cell: (info) => <Problems problems={info.row.original.problems} />,
  }),
]) as ColumnDef<Features, WithReach<StationSummary>>[];
