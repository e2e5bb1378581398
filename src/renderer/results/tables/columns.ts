import { texts } from '../../texts';
import type { KeyOf } from '../analysis/listing';
import { reader } from '../brush';
import { valueText } from '../histogram/words';
import { MEASURES, type MeasureKey } from '../measures';
import { STATUS, type ResultColumns } from '../store/columns';

const t = texts.results;

export type Level = 'pair' | 'window';

/** A column of the table of pairs or of windows. */
export interface TableColumn {
  key: string;
  title: string;
  /** CSS width */
  width: string;
  numeric: boolean;
  keyOf: KeyOf;
  text: (columns: ResultColumns, index: number) => string;
}

const STATUS_NAMES = {
  [STATUS.none]: '',
  [STATUS.done]: texts.pairs.status.done,
  [STATUS.empty]: texts.pairs.status.empty,
  [STATUS.failed]: texts.pairs.status.failed,
};

/** The place of the pair that a line is of. */
export function placeOf(level: Level, { windows }: ResultColumns, index: number): number {
  return level === 'pair' ? index : windows.pair[index];
}

function nameColumn(level: Level, key: 'event' | 'station', width: string): TableColumn {
  const names = (columns: ResultColumns) => (key === 'event' ? columns.events : columns.stations);
  return {
    key,
    title: texts.pairs.columns[key],
    width,
    numeric: false,
    keyOf: (columns) => {
      const ranks = names(columns).ranks();
      return (index) => ranks[columns.pairs[key][placeOf(level, columns, index)]];
    },
    text: (columns, index) => names(columns).list[columns.pairs[key][placeOf(level, columns, index)]] ?? '',
  };
}

function measureColumn(level: Level, key: MeasureKey): TableColumn {
  const { unit } = MEASURES[key];
  const name = t.columns[key];
  return {
    key,
    title: unit === '' ? name : `${name}, ${unit}`,
    width: 'minmax(64px, 1fr)',
    numeric: true,
    keyOf: (columns) => reader(columns, key, level),
    text: (columns, index) => {
      const value = reader(columns, key, level)(index);
      return Number.isNaN(value) ? '–' : valueText(key, value);
    },
  };
}

const status: TableColumn = {
  key: 'status',
  title: texts.pairs.columns.status,
  width: 'minmax(84px, 0.8fr)',
  numeric: false,
  keyOf:
    ({ pairs }) =>
    (place) =>
      pairs.status[place],
  text: ({ pairs }, place) => STATUS_NAMES[pairs.status[place] as keyof typeof STATUS_NAMES],
};

const component: TableColumn = {
  key: 'component',
  title: texts.pair.columns.component,
  width: '64px',
  numeric: false,
  keyOf: (columns) => {
    const ranks = columns.components.ranks();
    return (row) => ranks[columns.windows.component[row]];
  },
  text: (columns, row) => columns.components.list[columns.windows.component[row]] ?? '',
};

const measures = (level: Level, keys: MeasureKey[]) => keys.map((key) => measureColumn(level, key));
const names = (level: Level) => [
  nameColumn(level, 'event', 'minmax(104px, 1.4fr)'),
  nameColumn(level, 'station', 'minmax(74px, 1fr)'),
];

export const TABLE_COLUMNS: Record<Level, TableColumn[]> = {
  pair: [
    ...names('pair'),
    status,
    ...measures('pair', ['pairMisfit', 'windows', 'distance', 'azimuth', 'backazimuth']),
  ],
  window: [
    ...names('window'),
    component,
    ...measures('window', ['start', 'length', 'dt', 'dlnA', 'cc', 'misfit', 'weight', 'distance', 'azimuth']),
    ...measures('window', ['backazimuth', 'pairMisfit']),
  ],
};

/** Columns that are not shown until they are chosen. */
export const HIDDEN_AT_FIRST: Record<Level, string[]> = {
  pair: ['backazimuth'],
  window: ['weight', 'azimuth', 'backazimuth', 'pairMisfit'],
};
