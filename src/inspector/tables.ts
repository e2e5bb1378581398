import { componentsOf, periodBands, type Parameters } from '@/core/config';
import type { PairOutcome } from '@/core/model';
import { pairColumns, STATION_PAIR_COLUMNS, windowColumns } from './atoa';
import { ALL_ROWS, rowTests, type RowFilter } from './filter';
import { inspectorPairColumns, inspectorWindowColumns } from './pyatoa';
import { pairRows, stationPairRows, windowRows } from './rows';
import { tableOf, type Cell, type Column, type ColumnOf, type Table } from './table';

/** One row a pair, a window, or two stations that were compared on a component. */
export type TableName = 'misfits' | 'windows' | 'stations';
/** Whose names and choice of columns: ours, or those of Pyatoa's Inspector, which knows no table of two stations. */
export type Naming = 'atoa' | 'pyatoa';

export interface TableRequest {
  table: TableName;
  naming: Naming;
  /** Names, in the order wanted; null for those that the table has by itself. */
  columns: string[] | null;
  filter: RowFilter;
}

/** A column, and whether it is left out unless it is asked for. */
export interface OfferedColumn extends Column {
  optional: boolean;
}

/** What is seen of a table before it is made. */
export interface TableStart {
  offered: OfferedColumn[];
  columns: string[];
  rows: Cell[][];
  /** Of all rows. */
  total: number;
}

/** Rows that are counted before somebody else has a turn. */
const STEP = 5000;

type NamingParameters = Pick<
  Parameters,
  'iteration' | 'step_count' | 'component_list' | 'rotate_to_rtz' | 'min_period' | 'max_period' | 'preprocess'
>;

/** A name that no column of the table has; the message tells those there are. */
export class UnknownColumn extends Error {
  override name = 'UnknownColumn';
}

/** The table that is asked for; its rows are made as they are read.
 *  @throws UnknownColumn */
export function makeTable(outcomes: Iterable<PairOutcome>, parameters: NamingParameters, request: TableRequest): Table {
  return sourceOf(outcomes, parameters, request).table(request.columns);
}

/** The first rows of a table and how many there are, found in steps of some milliseconds.
 *  @throws UnknownColumn */
export function* previewSteps(
  outcomes: Iterable<PairOutcome>,
  parameters: NamingParameters,
  request: TableRequest,
  first: number,
): Generator<void, TableStart> {
  const source = sourceOf(outcomes, parameters, request);
  const { columns, rows } = source.first(request.columns, first);
  let total = 0;
  const found: Cell[][] = [];
  for (const cells of rows) {
    if (cells !== null) found.push(cells);
    if (++total % STEP === 0) yield;
  }
  return { offered: source.columns, columns: columns.map(({ name }) => name), rows: found, total };
}

/** The columns to choose from. */
export function offeredColumns(parameters: NamingParameters, table: TableName, naming: Naming): OfferedColumn[] {
  return sourceOf([], parameters, { table, naming, filter: ALL_ROWS }).columns;
}

/** One row a pair, sorted by event and station. Without decisions by hand there is no column of them. */
export function misfitTable(outcomes: PairOutcome[], components: string[]): Table {
  const columns = pairColumns(components, isMarked(outcomes)).filter(({ optional }) => !optional);
  return tableOf(columns, pairRows(outcomes, rowTests(ALL_ROWS)));
}

/** One row a component of two stations that were compared by a double difference. */
export function stationPairTable(outcomes: PairOutcome[]): Table {
  return tableOf(STATION_PAIR_COLUMNS, stationPairRows(outcomes, rowTests(ALL_ROWS)));
}

interface Source {
  columns: OfferedColumn[];
  table(names: string[] | null): Table;
  /** Only the first rows have cells; the others are null, and counted. */
  first(names: string[] | null, count: number): { columns: Column[]; rows: Iterable<Cell[] | null> };
}

function isMarked(outcomes: readonly PairOutcome[]): boolean {
  return outcomes.some(({ hand }) => hand !== undefined);
}

function sourceOf(
  given: Iterable<PairOutcome>,
  parameters: NamingParameters,
  { table, naming, filter }: Omit<TableRequest, 'columns'>,
): Source {
  const outcomes = [...given];
  const tests = rowTests(filter);
  const isPyatoa = naming === 'pyatoa';
  if (table === 'stations') return source(STATION_PAIR_COLUMNS, stationPairRows(outcomes, tests));
  if (table === 'windows') {
    return source(
      isPyatoa ? inspectorWindowColumns(parameters) : windowColumns(isMarked(outcomes), periodBands(parameters)),
      windowRows(outcomes, tests),
    );
  }
  const rows = pairRows(outcomes, tests);
  if (isPyatoa) return source(inspectorPairColumns(parameters), measured(rows));
  return source(pairColumns(componentsOf(parameters).filter(tests.component), isMarked(outcomes)), rows);
}

function* measured(outcomes: Iterable<PairOutcome>): Generator<PairOutcome> {
  for (const outcome of outcomes) if (outcome.misfit !== null) yield outcome;
}

function source<Row>(columns: ColumnOf<Row>[], rows: Iterable<Row>): Source {
  const wanted = (names: string[] | null) =>
    names === null ? columns.filter(({ optional }) => !optional) : chosen(columns, names);
  return {
    columns: columns.map(({ name, type, unit, optional }) => ({ name, type, unit, optional })),
    table: (names) => tableOf(wanted(names), rows),
    first(names, count) {
      const shown = wanted(names);
      return { columns: shown, rows: firstCells(shown, rows, count) };
    },
  };
}

function* firstCells<Row>(columns: ColumnOf<Row>[], rows: Iterable<Row>, count: number): Generator<Cell[] | null> {
  let place = 0;
  for (const row of rows) yield place++ < count ? columns.map((column) => column.valueOf(row)) : null;
}

function chosen<Row>(columns: ColumnOf<Row>[], names: string[]): ColumnOf<Row>[] {
  return names.map((name) => {
    const column = columns.find((each) => each.name === name);
    if (column) return column;
    throw new UnknownColumn(`there is no column "${name}"; there are ${columns.map((each) => each.name).join(', ')}`);
  });
}
