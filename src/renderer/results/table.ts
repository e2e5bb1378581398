import { inOwnTask } from '../common/ownTask';
import { pairRows } from '../pairs/table';
import { Analysis } from './analysis/analysis';
import { ResultColumns } from './store/columns';
import { ResultFeed } from './store/feed';

const now = () => performance.now();

/** The one store of results of this page, fed by the table of pairs, and what is made of it. */
export const columns = new ResultColumns();
export const analysis = new Analysis(columns, { inTurn: inOwnTask, now });
export const feed = new ResultFeed(pairRows, columns, { inTurn: inOwnTask, now, changed: () => analysis.noteData() });
