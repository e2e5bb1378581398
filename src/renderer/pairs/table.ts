import { inOwnTask } from '../common/ownTask';
import { PairRows } from './rows';
import { PairView } from './view';

/** News are shown this often at most: the eye sees no more, and the page has other things to do. */
const NEWS_MS = 80;

/** The one table of pairs of this page: the open project's outcomes, earlier and live. */
export const pairRows = new PairRows();
export const pairView = new PairView(pairRows, (action, urgent) => {
  inOwnTask(action, urgent ? 0 : NEWS_MS);
});
