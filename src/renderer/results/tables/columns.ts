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
  /** Least width, px, and the share of what is left. */
  least: number;
  share: number;
  numeric: boolean;
  keyOf: KeyOf;
  text: (columns: ResultColumns, index: number) => string;
  /** As it is, with all digits; NaN where there is none. */
  raw: (columns: ResultColumns, index: number) => string | number;
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

function nameColumn(level: Level, key: 'event' | 'station', least: number, share: number): TableColumn {
  const names = (columns: ResultColumns) => (key === 'event' ? columns.events : columns.stations);
  const text = (columns: ResultColumns, index: number) =>
    names(columns).list[columns.pairs[key][placeOf(level, columns, index)]] ?? '';
  return {
    key,
    title: texts.pairs.columns[key],
    least,
    share,
    numeric: false,
    keyOf: (columns) => {
      const ranks = names(columns).ranks();
      return (index) => ranks[columns.pairs[key][placeOf(level, columns, index)]];
    },
    text,
    raw: text,
  };
}

function measureColumn(level: Level, key: MeasureKey): TableColumn {
  const { unit } = MEASURES[key];
  const name = t.columns[key];
  const title = unit === '' ? name : `${name}, ${unit}`;
  return {
    key,
    title,
    least: Math.max(66, 26 + 7.2 * title.length),
    share: 1,
    numeric: true,
    keyOf: (columns) => reader(columns, key, level),
    text: (columns, index) => {
      const value = reader(columns, key, level)(index);
      return Number.isNaN(value) ? '–' : valueText(key, value);
    },
    raw: (columns, index) => reader(columns, key, level)(index),
  };
}

const statusText = ({ pairs }: ResultColumns, place: number) =>
  STATUS_NAMES[pairs.status[place] as keyof typeof STATUS_NAMES];
const componentText = ({ components, windows }: ResultColumns, row: number) =>
  components.list[windows.component[row]] ?? '';

const status: TableColumn = {
  key: 'status',
  title: texts.pairs.columns.status,
  least: 84,
  share: 0.8,
  numeric: false,
  keyOf:
    ({ pairs }) =>
    (place) =>
      pairs.status[place],
  text: statusText,
  raw: statusText,
};

const component: TableColumn = {
  key: 'component',
  title: texts.pair.columns.component,
  least: 64,
  share: 0.2,
  numeric: false,
  keyOf: (columns) => {
    const ranks = columns.components.ranks();
    return (row) => ranks[columns.windows.component[row]];
  },
  text: componentText,
  raw: componentText,
};

const bandText = ({ bands, windows }: ResultColumns, row: number) => bands[windows.band[row] - 1] ?? '–';

const band: TableColumn = {
  key: 'band',
  title: t.columns.band,
  least: 84,
  share: 0.4,
  numeric: false,
  keyOf:
    ({ windows }) =>
    (row) =>
      windows.band[row],
  text: bandText,
  raw: bandText,
};

const measures = (level: Level, keys: MeasureKey[]) => keys.map((key) => measureColumn(level, key));
const names = (level: Level) => [nameColumn(level, 'event', 140, 1.4), nameColumn(level, 'station', 78, 1)];

const TABLE_COLUMNS: Record<Level, TableColumn[]> = {
  pair: [
    ...names('pair'),
    status,
    ...measures('pair', ['pairMisfit', 'windows', 'distance', 'azimuth', 'backazimuth']),
  ],
  window: [
    ...names('window'),
    component,
    band,
    ...measures('window', ['start', 'length', 'dt', 'dlnA', 'cc', 'misfit', 'weight', 'distance', 'azimuth']),
    ...measures('window', ['backazimuth', 'pairMisfit']),
  ],
};

const WITHOUT_BANDS = TABLE_COLUMNS.window.filter(({ key }) => key !== 'band');

/** The columns of a table; that of bands only where there are several. */
export function columnsOf(level: Level, isBanded: boolean): TableColumn[] {
  return level === 'window' && !isBanded ? WITHOUT_BANDS : TABLE_COLUMNS[level];
}

/** Columns that are not shown until they are chosen. */
export const HIDDEN_AT_FIRST: Record<Level, string[]> = {
  pair: ['backazimuth'],
  window: ['weight', 'azimuth', 'backazimuth', 'pairMisfit'],
};
