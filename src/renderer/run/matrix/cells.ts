import { STATE, type PairGrid } from './grid';
import type { Measure } from './looks';
import { stepper, type Range } from './range';

/** Values of a measure, by cell. */
export function valuesOf(grid: PairGrid, measure: Exclude<Measure, 'status'>): Float32Array {
  return measure === 'misfit' ? grid.misfits : measure === 'windows' ? grid.windows : grid.seconds;
}

/** Looks that are of no result: none, lacking and active. */
const OTHERS = 3;

/** The look of a cell, as an index into `lookList`.
 *  @param looks how many there are
 *  @param withEarlier as `lookList` */
export function cellLook(
  grid: PairGrid,
  measure: Measure,
  range: Range | null,
  looks: number,
  withEarlier: boolean,
): (row: number, column: number) => number {
  const { states, active, earlier } = grid;
  const back = withEarlier ? (looks - OTHERS) / 2 : 0;
  const width = grid.stations.length;
  const [failed, worked] = [looks - 2, looks - 1];
  if (measure === 'status') {
    const byState = [0, 1, 2 + back, 3 + back, failed];
    return (row, column) => {
      const cell = row * width + column;
      return active[cell] === 1 ? worked : byState[states[cell]!]! - earlier[cell]! * back;
    };
  }
  const values = valuesOf(grid, measure);
  const empty = 2 + back;
  const first = empty + 1;
  const step = stepper(range ?? { low: 0, high: 1, log: false }, failed - first);
  const byState = [0, 1, 0, empty, failed];
  return (row, column) => {
    const cell = row * width + column;
    if (active[cell] === 1) return worked;
    const state = states[cell]!;
    return (state === STATE.done ? first + step(values[cell]!) : byState[state]!) - earlier[cell]! * back;
  };
}
