import { polygonContains } from 'd3-polygon';
import { columnOf, MEASURES, type MeasureKey } from './measures';
import type { ResultColumns } from './store/columns';

/** One part of the selection. What several brushes select is what each of them does. */
export type Brush =
  /** From `min` up to, but without, `max`. */
  | { kind: 'range'; measure: MeasureKey; min: number; max: number }
  /** A closed line in the plane of two measures. */
  | { kind: 'area'; x: MeasureKey; y: MeasureKey; polygon: [number, number][] }
  /** Pairs with an end among these events and stations. */
  | { kind: 'ends'; events: ReadonlySet<string>; stations: ReadonlySet<string> }
  | { kind: 'pairs'; places: ReadonlySet<number> }
  | { kind: 'windows'; rows: ReadonlySet<number> }
  /** All but what was selected: 1 for each place or row that belongs to it. What comes later does not. */
  | { kind: 'rest'; level: 'pair' | 'window'; members: Uint8Array; count: number };

/** Brushes by the plot or table that they were made in: each of these has one. */
export type Brushes = ReadonlyMap<string, Brush>;

export type Test = (index: number) => boolean;

/** Tests of pairs by place and of windows by row; apart from them, those of rows that were picked in a table. */
export interface Tests {
  pairs: Test[];
  windows: Test[];
  pickedPairs: Test[];
  pickedWindows: Test[];
}

export function levelOf(brush: Brush): 'pair' | 'window' {
  switch (brush.kind) {
    case 'range':
      return MEASURES[brush.measure].level;
    case 'area':
      return [brush.x, brush.y].some((key) => MEASURES[key].level === 'window') ? 'window' : 'pair';
    case 'windows':
      return 'window';
    case 'rest':
      return brush.level;
    default:
      return 'pair';
  }
}

/** Whether the number of each name is wanted. */
function flags(names: readonly string[], wanted: ReadonlySet<string>): Uint8Array {
  return Uint8Array.from(names, (name) => (wanted.has(name) ? 1 : 0));
}

/** A measure's value by row or place of `level`. */
export function reader(columns: ResultColumns, key: MeasureKey, level: 'pair' | 'window'): (index: number) => number {
  const values = columnOf(columns, key);
  if (MEASURES[key].level === level) return (index) => values[index];
  const { pair } = columns.windows;
  return (row) => values[pair[row]];
}

function testOf(brush: Brush, columns: ResultColumns): Test {
  switch (brush.kind) {
    case 'range': {
      const values = columnOf(columns, brush.measure);
      const { min, max } = brush;
      return (index) => values[index] >= min && values[index] < max;
    }
    case 'area': {
      const [x, y] = [reader(columns, brush.x, levelOf(brush)), reader(columns, brush.y, levelOf(brush))];
      const { polygon } = brush;
      const [xs, ys] = [polygon.map(([value]) => value), polygon.map(([, value]) => value)];
      const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
      return (index) => {
        const [a, b] = [x(index), y(index)];
        return a >= left && a <= right && b >= low && b <= high && polygonContains(polygon, [a, b]);
      };
    }
    case 'ends': {
      const [events, stations] = [
        flags(columns.events.list, brush.events),
        flags(columns.stations.list, brush.stations),
      ];
      const { event, station } = columns.pairs;
      return (place) => events[event[place]] === 1 || stations[station[place]] === 1;
    }
    case 'pairs':
      return (place) => brush.places.has(place);
    case 'windows':
      return (row) => brush.rows.has(row);
    case 'rest':
      return (index) => brush.members[index] === 1;
  }
}

function listOf(brush: Brush): keyof Tests {
  if (brush.kind === 'pairs') return 'pickedPairs';
  if (brush.kind === 'windows') return 'pickedWindows';
  return levelOf(brush) === 'pair' ? 'pairs' : 'windows';
}

/** Brushes as tests, for the columns as they are now. */
export function compile(brushes: Brushes, columns: ResultColumns): Tests {
  const tests: Tests = { pairs: [], windows: [], pickedPairs: [], pickedWindows: [] };
  for (const brush of brushes.values()) tests[listOf(brush)].push(testOf(brush, columns));
  return tests;
}
