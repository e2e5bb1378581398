import { PairRows } from '../../pairs/rows';
import { Analysis } from '../analysis/analysis';
import { ORIGIN } from '../../../../test/support/resultOutcomes';
import { ResultColumns } from './columns';
import { ResultFeed } from './feed';

/** A store with its analysis, whose tasks come by hand. */
export function resultBench() {
  const tasks: (() => void)[] = [];
  let time = 0;
  const inTurn = (action: () => void) => {
    tasks.push(action);
    return () => void tasks.splice(tasks.indexOf(action), 1);
  };
  const clock = { inTurn, now: () => (time += 0.01) };
  const rows = new PairRows();
  const columns = new ResultColumns();
  columns.setOrigins([{ id: 'a', time: ORIGIN }]);
  const analysis = new Analysis(columns, clock);
  new ResultFeed(rows, columns, { ...clock, changed: () => analysis.noteData() });
  const settle = () => {
    // Each task is far enough from the last one for new results to be looked at.
    for (let i = 0; i < 10_000 && tasks.length > 0; i++, time += 1000) tasks.shift()!();
  };
  return { rows, columns, analysis, settle };
}
