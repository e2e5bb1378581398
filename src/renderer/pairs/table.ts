import { PairRows } from './rows';
import { PairView } from './view';

/** The one table of pairs of this page: the open project's outcomes, earlier and live. */
export const pairRows = new PairRows();
export const pairView = new PairView(pairRows, (action) => void window.requestAnimationFrame(action));
