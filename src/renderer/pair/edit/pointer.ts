import type { ComponentPlot } from '../plot/componentPlot';
import type { SharedRange } from '../plot/sharedRange';
import { addAround } from './actions';
import { draftNow, useEdit } from './store';
import { nearestRoom } from './windows';

/** The plots on the page that windows are worked on in, by component. */
const plots = new Map<string, { plot: ComponentPlot; range: SharedRange }>();

/** Takes in a plot for as long as it is on the page.
 *  @returns a function that removes it */
export function addPlot(component: string, plot: ComponentPlot, range: SharedRange): () => void {
  plots.set(component, { plot, range });
  return () => plots.delete(component);
}

/** Adds a window around the pointer; else on the component that is worked on, or the first, where there is room nearest to
 *  the middle of what is shown. */
export function addHere(): void {
  const { session } = useEdit.getState();
  if (!session) return;
  for (const [component, { plot }] of plots) {
    const { pointed } = plot;
    if (pointed !== null) return addAround(component, pointed);
  }
  const selected = draftNow(session).find(({ id }) => id === session.selected);
  const component = selected?.component ?? session.components[0]!;
  const range = plots.get(component)?.range;
  if (!range) return;
  const middle = (range.min + range.max) / 2;
  const inSight = { left: range.min, right: range.max };
  addAround(component, nearestRoom(draftNow(session), component, middle, inSight, session.axis) ?? middle);
}
