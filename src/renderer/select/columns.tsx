import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { createColumnHelper, type ColumnDef } from '@tanstack/react-table';
import type { EventSummary, StationSummary } from '@/api';
import { count, dateTime, fixed } from '../common/format';
import { texts } from '../texts';
import classes from './ItemTable.module.css';
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

/** Columns of either list that hold numbers and are set flush right. */
export const NUMERIC: ReadonlySet<string> = new Set(['magnitude', 'depth', 'data', 'elevation']);

const event = createColumnHelper<Features, EventSummary>();

export const EVENT_TEMPLATE = 'minmax(138px, 1fr) 146px 38px 66px 80px minmax(64px, 1.4fr)';
export const EVENT_COLUMNS = event.columns([
  event.accessor('id', { header: t.id, sortFn: 'text' }),
  event.accessor((item) => item.time ?? undefined, {
    id: 'time',
    header: t.time,
    sortFn: 'basic',
    sortUndefined: 'last',
    cell: (info) => <span className="num">{dateTime(info.row.original.time)}</span>,
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
]) as ColumnDef<Features, EventSummary>[];

const station = createColumnHelper<Features, StationSummary>();

export const STATION_TEMPLATE = 'minmax(100px, 0.8fr) 92px 88px 88px minmax(120px, 2fr)';
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
]) as ColumnDef<Features, StationSummary>[];
